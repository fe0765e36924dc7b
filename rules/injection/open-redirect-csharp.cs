public class AccountController : Controller
{
    [HttpPost("login")]
    public IActionResult Login(string returnUrl)
    {
        // ruleid: injection/open-redirect-csharp
        return Redirect(returnUrl);
    }

    public IActionResult Leave(string url)
    {
        // ruleid: injection/open-redirect-csharp
        return new RedirectResult(url);
    }

    [HttpGet("out")]
    public void Out()
    {
        // ruleid: injection/open-redirect-csharp
        Response.Redirect(Request.Query["to"]);
    }

    [HttpGet("permanent")]
    public IActionResult Permanent([FromQuery] string to)
    {
        // ruleid: injection/open-redirect-csharp
        return RedirectPermanent(to);
    }

    [HttpPost("fine")]
    public IActionResult Fine(string returnUrl)
    {
        if (!Url.IsLocalUrl(returnUrl)) return RedirectToAction("Index");
        // ok: injection/open-redirect-csharp
        return Redirect(returnUrl);
    }

    [HttpPost("local")]
    public IActionResult Local(string returnUrl)
    {
        // ok: injection/open-redirect-csharp
        return LocalRedirect(returnUrl);
    }

    [HttpPost("item")]
    public IActionResult Item(string id)
    {
        // ok: injection/open-redirect-csharp
        return Redirect("/items/" + id);
    }

    [HttpPost("home")]
    public IActionResult Home(string id)
    {
        // ok: injection/open-redirect-csharp
        return Redirect("/");
    }

    [HttpPost("half")]
    public IActionResult Half(string returnUrl)
    {
        if (!returnUrl.StartsWith("/")) return BadRequest();
        // ruleid: injection/open-redirect-csharp
        return Redirect(returnUrl);
    }

    [HttpPost("whole")]
    public IActionResult Whole(string returnUrl)
    {
        if (!returnUrl.StartsWith("/") || returnUrl.StartsWith("//")) return BadRequest();
        // ok: injection/open-redirect-csharp
        return Redirect(returnUrl);
    }
}
