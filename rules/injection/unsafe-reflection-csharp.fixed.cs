public class Plugins : Controller {
  private static readonly Dictionary<string, Func<object>> Factories = new() { ["csv"] = () => new CsvReport() };

  [HttpGet]
  public IActionResult Run(string type) {
    return Factories.TryGetValue(type, out var make) ? Ok(make()) : NotFound();
  }
}
