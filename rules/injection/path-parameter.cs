using System.IO;

class Store {
  private const string ROOT = "/srv/files";
  string Read(string fileName) {
    // ruleid: injection/path-parameter
    return File.ReadAllText(Path.Combine(ROOT, fileName));
  }
  string Safe(string fileName) {
    // ok: injection/path-parameter
    return File.ReadAllText(Path.Combine(ROOT, Path.GetFileName(fileName)));
  }
}
