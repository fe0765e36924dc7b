class Login {
  void refused(String username) {
    // ruleid: injection/log-text-build
    logger.warn("login failed for " + username);
    // ok: injection/log-text-build
    logger.warn("login failed for " + username.replaceAll("[\\r\\n]", "_"));
  }
}
