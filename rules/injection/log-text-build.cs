class Login {
  void Refused(string username) {
    // ruleid: injection/log-text-build
    _logger.LogWarning($"login failed for {username}");
    // ok: injection/log-text-build
    _logger.LogWarning("login failed for {User}", username);
  }
}
