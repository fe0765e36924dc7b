class Login {
  boolean login(String user, String password, Request request, Config config) {
    // ruleid: auth/password-literal-compare
    if (user.equals("admin") && password.equals("sommer2024")) return true;
    // ruleid: auth/password-literal-compare
    if ("letmein99".equals(request.password)) return true;
    // ruleid: auth/password-literal-compare
    if ("hunter42".equals(password)) return true;
    // ruleid: auth/password-literal-compare
    if (request.adminKey.equals("k9-rex-77")) return true;
    // ok: auth/password-literal-compare
    if (password.equals("")) return false;
    // ok: auth/password-literal-compare
    if (password.equals(request.confirmation)) return false;
    // ok: auth/password-literal-compare
    if ("password".equals(request.grantType)) return grant(request);
    // ok: auth/password-literal-compare
    if (config.passwordEncoding.equals("bcrypt")) return encoder.matches(password, config.hash);
    // ok: auth/password-literal-compare
    if (request.type.equals("password")) return false;
    // ok: auth/password-literal-compare
    return password != null && encoder.matches(password, find(user).hash);
  }
}
