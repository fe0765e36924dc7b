class Registration {
  boolean check(String password, String user) {
    // ruleid: auth/password-min-length
    if (password.length() < 5) return false;
    // ok: auth/password-min-length
    if (password.length() < 12) return false;
    // ok: auth/password-min-length
    return user.length() >= 3;
  }
}
