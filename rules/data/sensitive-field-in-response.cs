class Users : ControllerBase {
  IActionResult Me() {
    // ruleid: data/sensitive-field-in-response
    return Ok(new { Id = user.Id, Password = user.PasswordHash });
  }
  IActionResult Safe() {
    // ok: data/sensitive-field-in-response
    return Ok(new { Id = user.Id, Email = user.Email });
  }
}
class Accounts : ControllerBase {
  IActionResult Hash() {
    // ruleid: data/sensitive-field-in-response
    return Ok(new { account.Id, account.PasswordHash });
  }
  IActionResult Json() {
    // ruleid: data/sensitive-field-in-response
    return new JsonResult(new { Id = user.Id, Hash = user.PasswordHash });
  }
  IActionResult Changed() {
    // ok: data/sensitive-field-in-response
    return Ok(new { Id = user.Id, PasswordChangedAt = user.PasswordChangedAt });
  }
  IActionResult Given() {
    // ok: data/sensitive-field-in-response
    return Ok(new { HasPassword = user.PasswordHash != null });
  }
}
