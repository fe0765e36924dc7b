class LoginController : Controller {
  [HttpPost]
  public IActionResult Login(string user) {
    // ruleid: injection/log-injection-csharp
    _log.LogInformation("Login by " + user);
    // ruleid: injection/log-injection-csharp
    _log.LogWarning($"Refused {user}");
    // ruleid: injection/log-injection-csharp
    _logger.LogError("Refused " + user + " again");
    // ok: injection/log-injection-csharp
    _log.LogInformation("Login by {User}", user);
    // ok: injection/log-injection-csharp
    _log.LogInformation("Login by " + user.Replace("\r", "").Replace("\n", ""));
    // ok: injection/log-injection-csharp
    _log.LogInformation("Login");
    return Ok();
  }
}
