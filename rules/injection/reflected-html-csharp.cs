using Microsoft.AspNetCore.Mvc;
using System.Text.Encodings.Web;

public class HelloController : Controller
{
    [HttpGet("hello")]
    public ContentResult Hello(string name)
    {
        // ruleid: injection/reflected-html-csharp
        return Content("<h1>Hello " + name + "</h1>", "text/html");
    }

    [HttpGet("fine")]
    public ContentResult Fine(string name)
    {
        // ok: injection/reflected-html-csharp
        return Content("<h1>Hello " + HtmlEncoder.Default.Encode(name) + "</h1>", "text/html");
    }

    public IActionResult Index(string q)
    {
        // ruleid: injection/reflected-html-csharp
        ViewBag.Query = new HtmlString(q);
        // ok: injection/reflected-html-csharp
        ViewBag.Text = q;
        return View();
    }

    [HttpGet("card")]
    public IActionResult Card([FromQuery] string title)
    {
        // ruleid: injection/reflected-html-csharp
        return Content($"<div class=card>{title}</div>", "text/html");
    }

    [HttpGet("text")]
    public IActionResult Text([FromQuery] string title)
    {
        // ok: injection/reflected-html-csharp
        return Content("Hello " + title, "text/plain");
    }

    [HttpGet("json")]
    public IActionResult Json([FromQuery] string title)
    {
        // ok: injection/reflected-html-csharp
        return Ok(new { title });
    }
}

public partial class SearchPage : Page
{
    protected void Page_Load(object sender, EventArgs e)
    {
        // ruleid: injection/reflected-html-csharp
        Response.Write("You searched for " + Request.QueryString["q"]);
        // ruleid: injection/reflected-html-csharp
        lblQuery.Text = Request.QueryString["q"];
        // ok: injection/reflected-html-csharp
        lblSafe.Text = Server.HtmlEncode(Request.QueryString["q"]);
    }
}
