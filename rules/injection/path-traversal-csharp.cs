using System.IO;
using Microsoft.AspNetCore.Mvc;

[ApiController]
public class FilesController : ControllerBase
{
    private readonly string root = "/srv/files";

    [HttpGet("download")]
    public IActionResult Download([FromQuery] string name)
    {
        var path = Path.Combine(root, name);
        // ruleid: injection/path-traversal-csharp
        return PhysicalFile(path, "application/octet-stream");
    }

    [HttpGet("view/{name}")]
    public IActionResult View(string name)
    {
        // ruleid: injection/path-traversal-csharp
        return Content(System.IO.File.ReadAllText(root + "/" + name));
    }

    [HttpPost("upload")]
    public async Task<IActionResult> Upload(IFormFile file)
    {
        // ruleid: injection/path-traversal-csharp
        using var stream = new FileStream(Path.Combine(root, file.FileName), FileMode.Create);
        await file.CopyToAsync(stream);
        return Ok();
    }

    [HttpPost("notes")]
    public IActionResult Save([FromBody] NoteRequest note)
    {
        // ruleid: injection/path-traversal-csharp
        System.IO.File.WriteAllText($"{root}/{note.Title}.md", note.Text);
        return Ok();
    }

    public IActionResult Remove()
    {
        string name = Request.Query["name"];
        // ruleid: injection/path-traversal-csharp
        System.IO.File.Delete(Path.Combine(root, name));
        return Ok();
    }

    [HttpGet("list")]
    public IActionResult List(string folder)
    {
        // ruleid: injection/path-traversal-csharp
        return Ok(Directory.GetFiles(Path.Combine(root, folder)));
    }

    [HttpGet("fine/checked")]
    public IActionResult Checked([FromQuery] string name)
    {
        var path = Path.GetFullPath(Path.Combine(root, name));
        if (!path.StartsWith(root + Path.DirectorySeparatorChar)) return BadRequest();
        // ok: injection/path-traversal-csharp
        return PhysicalFile(path, "application/octet-stream");
    }

    [HttpGet("fine/last")]
    public IActionResult Last([FromQuery] string name)
    {
        // ok: injection/path-traversal-csharp
        return PhysicalFile(Path.Combine(root, Path.GetFileName(name)), "text/plain");
    }

    [HttpPost("fine/upload")]
    public async Task<IActionResult> Named(IFormFile file)
    {
        // ok: injection/path-traversal-csharp
        using var stream = new FileStream(Path.Combine(root, Guid.NewGuid().ToString()), FileMode.Create);
        await file.CopyToAsync(stream);
        return Ok();
    }

    [HttpGet("fine/{id:int}")]
    public IActionResult Invoice(int id)
    {
        // ok: injection/path-traversal-csharp
        return PhysicalFile($"/srv/invoices/{id}.pdf", "application/pdf");
    }

    [HttpPost("fine/content")]
    public IActionResult Append([FromBody] NoteRequest note)
    {
        // ok: injection/path-traversal-csharp
        System.IO.File.AppendAllText("/srv/log.txt", note.Text);
        return Ok();
    }

    private string Load(string name)
    {
        // ok: injection/path-traversal-csharp
        return System.IO.File.ReadAllText(Path.Combine(root, name));
    }
}
