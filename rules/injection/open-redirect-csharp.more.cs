using Microsoft.AspNetCore.Mvc;

namespace Shop.Controllers
{
    public class LeaveController : Controller
    {
        [HttpGet]
        public IActionResult Header([FromQuery] string next)
        {
            // ruleid: injection/open-redirect-csharp
            Response.Headers["Location"] = next;
            return StatusCode(302);
        }

        [HttpGet]
        public IActionResult Property([FromQuery] string next)
        {
            // ruleid: injection/open-redirect-csharp
            Response.Headers.Location = next;
            return StatusCode(302);
        }

        [HttpGet]
        public IActionResult Added([FromQuery] string next)
        {
            // ruleid: injection/open-redirect-csharp
            HttpContext.Response.Headers.Add("Location", next);
            return StatusCode(302);
        }

        [HttpGet]
        public IActionResult Fixed([FromQuery] string next)
        {
            // ok: injection/open-redirect-csharp
            Response.Headers["Location"] = "/home";
            // ok: injection/open-redirect-csharp
            Response.Headers["X-Next"] = next;
            return StatusCode(302);
        }

        [HttpGet]
        public IActionResult Checked([FromQuery] string next)
        {
            if (!Url.IsLocalUrl(next)) return BadRequest();
            // ok: injection/open-redirect-csharp
            Response.Headers["Location"] = next;
            return StatusCode(302);
        }
    }
}
