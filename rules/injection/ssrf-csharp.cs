using System.Net.Http;
using Microsoft.AspNetCore.Mvc;

[ApiController]
public class PreviewController : ControllerBase
{
    private static readonly HashSet<string> AllowedHosts = new() { "api.example.com" };
    private readonly HttpClient httpClient = new();

    [HttpGet("preview")]
    public async Task<IActionResult> Preview([FromQuery] string url)
    {
        // ruleid: injection/ssrf-csharp
        return Ok(await httpClient.GetStringAsync(url));
    }

    [HttpGet("image")]
    public async Task<IActionResult> Image(string src)
    {
        using var client = new HttpClient();
        // ruleid: injection/ssrf-csharp
        var response = await client.GetAsync(new Uri(src));
        return File(await response.Content.ReadAsByteArrayAsync(), "image/png");
    }

    [HttpPost("webhook")]
    public async Task<IActionResult> Webhook([FromBody] WebhookRequest body)
    {
        // ruleid: injection/ssrf-csharp
        var message = new HttpRequestMessage(HttpMethod.Post, body.Url);
        return Ok(await httpClient.SendAsync(message));
    }

    [HttpGet("status")]
    public async Task<IActionResult> Status(string host)
    {
        // ruleid: injection/ssrf-csharp
        return Ok(await httpClient.GetStringAsync($"https://{host}/status"));
    }

    public IActionResult Old()
    {
        string target = Request.Query["target"];
        // ruleid: injection/ssrf-csharp
        var request = WebRequest.Create(target);
        return Ok(request.GetResponse());
    }

    [HttpGet("proxy")]
    public async Task<IActionResult> Proxy(string host)
    {
        var address = "http://" + host + "/";
        // ruleid: injection/ssrf-csharp
        return Ok(await httpClient.GetAsync(address));
    }

    [HttpGet("fine/user")]
    public async Task<IActionResult> ByName(string name)
    {
        // ok: injection/ssrf-csharp
        return Ok(await httpClient.GetStringAsync("https://api.example.com/users/" + name));
    }

    [HttpGet("fine/query")]
    public async Task<IActionResult> Query(string q)
    {
        // ok: injection/ssrf-csharp
        return Ok(await httpClient.GetStringAsync($"https://api.example.com/search?q={Uri.EscapeDataString(q)}"));
    }

    [HttpGet("fine/listed")]
    public async Task<IActionResult> Listed(string url)
    {
        var uri = new Uri(url);
        if (uri.Scheme != "https" || !AllowedHosts.Contains(uri.Host)) return BadRequest();
        // ok: injection/ssrf-csharp
        return Ok(await httpClient.GetStringAsync(uri));
    }

    [HttpGet("fine/relative")]
    public async Task<IActionResult> Relative(string name)
    {
        // ok: injection/ssrf-csharp
        return Ok(await httpClient.GetStringAsync($"/items/{name}"));
    }

    [HttpGet("fine/{id:int}")]
    public async Task<IActionResult> Number(int id)
    {
        // ok: injection/ssrf-csharp
        return Ok(await httpClient.GetStringAsync(endpoint + id));
    }

    private Task<string> Fetch(string url)
    {
        // ok: injection/ssrf-csharp
        return httpClient.GetStringAsync(url);
    }
}
