using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

[ApiController]
[Authorize]
[Route("images")]
public class ImagesController : ControllerBase
{
    private static readonly HashSet<string> AllowedHosts = new() { "images.example.com" };
    private static readonly HttpClient Client = new(new HttpClientHandler { AllowAutoRedirect = false });

    [HttpGet]
    public async Task<IActionResult> Get([FromQuery] string value)
    {
        var uri = new Uri(value);
        if (uri.Scheme != Uri.UriSchemeHttps || !AllowedHosts.Contains(uri.Host)) return BadRequest();
        return File(await Client.GetByteArrayAsync(uri), "image/png");
    }
}
