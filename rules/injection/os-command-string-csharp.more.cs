using System.Collections.Generic;
using System.Diagnostics;
using System.Management.Automation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Shop.Pages
{
    public class ToolModel : PageModel
    {
        [BindProperty]
        public ToolInput Input { get; set; }

        [BindProperty(SupportsGet = true)]
        public string Host { get; set; }

        [BindProperty]
        public int Count { get; set; }

        public IActionResult OnPost()
        {
            // ruleid: injection/os-command-string-csharp
            Process.Start("cmd.exe", "/c " + Input.Command);
            return Page();
        }

        public IActionResult OnGet()
        {
            // ruleid: injection/os-command-string-csharp
            Process.Start("cmd.exe", "/c ping " + Host);
            // ok: injection/os-command-string-csharp
            Process.Start("cmd.exe", "/c ping -n " + Count);
            return Page();
        }
    }

    public class ToolController : Controller
    {
        [HttpPost]
        public IActionResult Run()
        {
            Request.Form.TryGetValue("command", out var command);
            // ruleid: injection/os-command-string-csharp
            Process.Start("cmd.exe", "/c " + command);
            return Ok();
        }

        [HttpPost]
        public IActionResult Program([FromForm] string program)
        {
            var info = new ProcessStartInfo();
            // ruleid: injection/os-command-string-csharp
            info.FileName = program;
            Process.Start(info);
            return Ok();
        }

        [HttpPost]
        public IActionResult Listed([FromForm] string command)
        {
            var info = new ProcessStartInfo("bash");
            info.ArgumentList.Add("-c");
            // ruleid: injection/os-command-string-csharp
            info.ArgumentList.Add(command);
            Process.Start(info);
            return Ok();
        }

        [HttpPost]
        public IActionResult Script([FromForm] string script)
        {
            // ruleid: injection/os-command-string-csharp
            PowerShell.Create().AddScript(script).Invoke();
            return Ok();
        }

        [HttpPost]
        public IActionResult Arguments([FromForm] string file)
        {
            var info = new ProcessStartInfo("git");
            info.ArgumentList.Add("--");
            // ok: injection/os-command-string-csharp
            info.ArgumentList.Add(file);
            Process.Start(info);
            return Ok();
        }

        [HttpPost]
        public IActionResult Command([FromForm] string name)
        {
            // ok: injection/os-command-string-csharp
            PowerShell.Create().AddScript("Get-Process").AddArgument(name).Invoke();
            return Ok();
        }
    }
}
