using System.IO;
using System.IO.Compression;

class Unzip {
  void Bad(ZipArchive archive, string root) {
    foreach (var entry in archive.Entries) {
      // ruleid: injection/zip-slip-csharp
      entry.ExtractToFile(Path.Combine(root, entry.FullName), true);
    }
  }
  void BadStream(ZipArchiveEntry entry, string root) {
    var path = Path.Combine(root, entry.FullName);
    // ruleid: injection/zip-slip-csharp
    using var f = new FileStream(path, FileMode.Create);
  }
  void BadWrite(ZipArchiveEntry entry, string root) {
    // ruleid: injection/zip-slip-csharp
    File.WriteAllText(root + "/" + entry.FullName, "x");
  }
  void Safe(ZipArchive archive, string root) {
    foreach (var entry in archive.Entries) {
      var path = Path.GetFullPath(Path.Combine(root, entry.FullName));
      if (!path.StartsWith(root + Path.DirectorySeparatorChar)) throw new IOException("entry");
      // ok: injection/zip-slip-csharp
      entry.ExtractToFile(path, true);
    }
  }
  void Last(ZipArchiveEntry entry, string root) {
    // ok: injection/zip-slip-csharp
    entry.ExtractToFile(Path.Combine(root, Path.GetFileName(entry.FullName)));
  }
  void All(string zip, string root) {
    // ok: injection/zip-slip-csharp
    ZipFile.ExtractToDirectory(zip, root);
  }
}
