public class Plugins : Controller {
  [HttpGet]
  public IActionResult Run(string type) {
    // ruleid: injection/unsafe-reflection-csharp
    var t = Type.GetType(type);
    return Ok(Activator.CreateInstance(t));
  }
  [HttpGet]
  public IActionResult Call(string method) {
    // ruleid: injection/unsafe-reflection-csharp
    return Ok(typeof(Service).GetMethod(method).Invoke(service, null));
  }
  [HttpGet]
  public IActionResult Load(string name) {
    // ruleid: injection/unsafe-reflection-csharp
    return Ok(Assembly.Load(name));
  }
  [HttpGet]
  public IActionResult Fixed(string type) {
    // ok: injection/unsafe-reflection-csharp
    return Ok(Factories[type]());
  }
  [HttpGet]
  public IActionResult Constant(string type) {
    // ok: injection/unsafe-reflection-csharp
    var t = Type.GetType("Example.Default");
    return Ok(t);
  }
  [HttpGet]
  public IActionResult Listed(string type) {
    if (!Allowed.Contains(type)) return NotFound();
    // ok: injection/unsafe-reflection-csharp
    return Ok(Type.GetType(type));
  }
}
