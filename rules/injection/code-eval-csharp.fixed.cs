using System;
using System.Collections.Generic;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Controllers
{
    [ApiController]
    [Authorize]
    [Route("rules")]
    public class RulesController : ControllerBase
    {
        private static readonly Dictionary<string, Func<decimal, decimal>> Formulas = new()
        {
            ["plain"] = price => price,
            ["reduced"] = price => price * 0.8m,
        };

        [HttpGet("price")]
        public IActionResult Price([FromQuery] string formula, [FromQuery] decimal price)
        {
            if (!Formulas.TryGetValue(formula, out var calculate)) return BadRequest();
            return Ok(calculate(price));
        }
    }
}
