using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

[ApiController]
[Authorize]
[Route("files")]
public class FilesController : ControllerBase
{
    private static readonly string Root = Path.GetFullPath("/srv/files");

    [HttpGet("{*name}")]
    public IActionResult Get(string name)
    {
        var path = Path.GetFullPath(Path.Combine(Root, name));
        if (!path.StartsWith(Root + Path.DirectorySeparatorChar)) return BadRequest();
        return PhysicalFile(path, "application/octet-stream");
    }

    [HttpGet("logos/{name}")]
    public IActionResult Logo(string name)
    {
        var bytes = System.IO.File.ReadAllBytes(Path.Combine(Root, "logos", Path.GetFileName(name)));
        return File(bytes, "image/png");
    }
}
