using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

[AllowAnonymous]
public class HelloController : Controller
{
    [HttpGet("/hello")]
    public IActionResult Get([FromQuery] string name)
    {
        return Content("<h1>Hello " + HtmlEncoder.Default.Encode(name) + "</h1>", "text/html");
    }

    [HttpGet("/hello/page")]
    public IActionResult Page([FromQuery] string name) => View("Hello", new HelloModel(name));
}
