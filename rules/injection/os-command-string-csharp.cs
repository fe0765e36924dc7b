using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

[ApiController]
public class NetController : ControllerBase
{
    [HttpGet("ping")]
    public IActionResult Ping([FromQuery] string host)
    {
        // ruleid: injection/os-command-string-csharp
        var process = Process.Start("cmd.exe", "/c ping " + host);
        return Ok(process.Id);
    }

    [HttpGet("lookup")]
    public IActionResult Lookup(string domain)
    {
        // ruleid: injection/os-command-string-csharp
        var info = new ProcessStartInfo("/bin/bash", $"-c \"nslookup {domain}\"");
        return Ok(Process.Start(info).Id);
    }

    [HttpPost("run")]
    public IActionResult Run([FromBody] RunRequest body)
    {
        // ruleid: injection/os-command-string-csharp
        Process.Start(body.Program);
        return Ok();
    }

    public void Archive(string folder)
    {
        // ruleid: injection/os-command-string-csharp
        Process.Start(new ProcessStartInfo { FileName = "sh", Arguments = $"-c \"tar czf backup.tgz {folder}\"" });
    }

    public void Convert(string file)
    {
        var process = new Process();
        process.StartInfo.FileName = "powershell.exe";
        // ruleid: injection/os-command-string-csharp
        process.StartInfo.Arguments = "-Command Convert-File " + file;
        process.Start();
    }

    public void Form()
    {
        string name = Request.Form["name"];
        // ruleid: injection/os-command-string-csharp
        Process.Start("bash", "-c 'id " + name + "'");
    }

    [HttpGet("fine")]
    public IActionResult Listed([FromQuery] string host)
    {
        var info = new ProcessStartInfo("ping");
        info.ArgumentList.Add("-c");
        info.ArgumentList.Add("1");
        info.ArgumentList.Add(host);
        // ok: injection/os-command-string-csharp
        return Ok(Process.Start(info).Id);
    }

    [HttpGet("fine/array")]
    public IActionResult Array([FromQuery] string reference)
    {
        // ok: injection/os-command-string-csharp
        return Ok(Process.Start("git", ["log", "--", reference]).Id);
    }

    [HttpGet("fine/checked")]
    public IActionResult Checked([FromQuery] string host)
    {
        if (!Regex.IsMatch(host, "^[a-z0-9.-]+$")) return BadRequest();
        // ok: injection/os-command-string-csharp
        return Ok(Process.Start("cmd.exe", "/c ping " + host).Id);
    }

    public void Uptime()
    {
        // ok: injection/os-command-string-csharp
        Process.Start("bash", "-c uptime");
    }

    public void Tail(int lines)
    {
        // ok: injection/os-command-string-csharp
        Process.Start("sh", $"-c \"tail -n {lines} /var/log/app.log\"");
    }

    public void Open(string path)
    {
        // ok: injection/os-command-string-csharp
        Process.Start("explorer.exe", path);
    }
}

public class DnsController : Controller
{
    [HttpGet]
    public IActionResult Lookup([FromQuery] string host)
    {
        // ruleid: injection/os-command-string-csharp
        var psi = new ProcessStartInfo("/bin/bash", $"-c \"dig {host}\"") { RedirectStandardOutput = true };
        // ok: injection/os-command-string-csharp
        var safe = new ProcessStartInfo("dig") { RedirectStandardOutput = true };
        safe.ArgumentList.Add(host);
        return Ok();
    }
}
