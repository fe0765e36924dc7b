using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

[Authorize]
public class ReturnController : Controller
{
    [HttpGet("back")]
    public IActionResult Back(string returnUrl)
    {
        return LocalRedirect(returnUrl);
    }

    [HttpGet("on")]
    public IActionResult On(string returnUrl)
    {
        if (Url.IsLocalUrl(returnUrl))
        {
            return Redirect(returnUrl);
        }
        return Redirect("/");
    }
}
