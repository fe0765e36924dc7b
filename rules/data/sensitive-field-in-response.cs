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
