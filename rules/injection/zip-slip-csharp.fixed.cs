using System.IO;
using System.IO.Compression;

class Unzip {
  void Extract(ZipArchive archive, string root) {
    foreach (var entry in archive.Entries) {
      var path = Path.GetFullPath(Path.Combine(root, entry.FullName));
      if (!path.StartsWith(root + Path.DirectorySeparatorChar)) throw new IOException("entry");
      entry.ExtractToFile(path, true);
    }
  }
}
