using System.IO;

class Uploads : Controller {
  void Store(IFormFile file) {
    using var stream = new FileStream(Path.Combine("/srv/uploads", Path.GetRandomFileName()), FileMode.Create);
    file.CopyTo(stream);
  }
}
