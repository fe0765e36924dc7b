using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

[ApiController]
[Authorize]
[Route("me")]
public class MeController : ControllerBase
{
    private readonly ICurrentUser _current;

    public MeController(ICurrentUser current) => _current = current;

    [HttpGet]
    public IActionResult Get() => Ok(new { Id = _current.User.Id, Email = _current.User.Email });
}
