using System.Threading.Tasks;
using System.Xml.Xsl;
using Jint;
using Microsoft.AspNetCore.Mvc;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using RazorEngine;

namespace Shop.Controllers
{
    [ApiController]
    [Route("rules")]
    public class RulesController : ControllerBase
    {
        [HttpPost]
        public async Task<IActionResult> Run([FromBody] string code)
        {
            // ruleid: injection/code-eval-csharp
            var result = await CSharpScript.EvaluateAsync(code);
            return Ok(result);
        }

        [HttpPost("price")]
        public async Task<IActionResult> Price([FromBody] PriceRequest body)
        {
            var formula = "return " + body.Formula + ";";
            // ruleid: injection/code-eval-csharp
            var price = await CSharpScript.EvaluateAsync<decimal>(formula);
            return Ok(price);
        }

        [HttpGet("mail")]
        public IActionResult Mail([FromQuery] string template)
        {
            // ruleid: injection/code-eval-csharp
            var text = Engine.Razor.RunCompile(template, "mail", null, new { Name = "you" });
            return Content(text);
        }

        [HttpGet("script")]
        public IActionResult Script(string source)
        {
            // ruleid: injection/code-eval-csharp
            var value = new Jint.Engine().Evaluate(source);
            return Ok(value.ToString());
        }

        [HttpGet("sheet")]
        public IActionResult Sheet()
        {
            var sheet = new XslCompiledTransform();
            // ruleid: injection/code-eval-csharp
            sheet.Load(Request.Query["sheet"]);
            return Ok();
        }

        [HttpGet("fixed")]
        public async Task<IActionResult> Fixed([FromQuery] int count)
        {
            // ok: injection/code-eval-csharp
            var result = await CSharpScript.EvaluateAsync("1 + 2");
            return Ok(result);
        }

        [HttpGet("known")]
        public async Task<IActionResult> Known([FromQuery] string name)
        {
            // ok: injection/code-eval-csharp
            var result = await CSharpScript.EvaluateAsync(_knownFormulas[name]);
            return Ok(result);
        }

        [HttpGet("number")]
        public async Task<IActionResult> Number([FromQuery] string count)
        {
            // ok: injection/code-eval-csharp
            var result = await CSharpScript.EvaluateAsync("2 * " + int.Parse(count));
            return Ok(result);
        }

        [HttpGet("own")]
        public IActionResult Own()
        {
            var sheet = new XslCompiledTransform();
            // ok: injection/code-eval-csharp
            sheet.Load("invoice.xsl");
            return Ok();
        }
    }
}
