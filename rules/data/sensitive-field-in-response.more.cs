class MoreUsers : ControllerBase {
  IActionResult A() {
    // ruleid: data/sensitive-field-in-response
    return Ok(new { Id = user.Id, Hash = user.PasswordHash });
  }
  IActionResult B() {
    // ruleid: data/sensitive-field-in-response
    return Json(new { Ssn = user.Ssn });
  }
  IActionResult C() {
    // ok: data/sensitive-field-in-response
    return Ok(new { Required = settings.PasswordRequired });
  }
  IActionResult D() {
    // ok: data/sensitive-field-in-response
    return Ok(new { Message = "password changed" });
  }
}
