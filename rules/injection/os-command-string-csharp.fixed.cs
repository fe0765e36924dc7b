using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

[ApiController]
[Authorize]
[Route("history")]
public class HistoryController : ControllerBase
{
    [HttpGet]
    public async Task<IActionResult> Get([FromQuery] string file)
    {
        var info = new ProcessStartInfo("git") { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = "/srv/repo" };
        info.ArgumentList.Add("log");
        info.ArgumentList.Add("--oneline");
        info.ArgumentList.Add("--");
        info.ArgumentList.Add(file);
        using var process = Process.Start(info)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return Content(text, "text/plain");
    }
}
