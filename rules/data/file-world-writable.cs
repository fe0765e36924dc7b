using System.IO;

class Store {
  void Save(string path) {
    // ruleid: data/file-world-writable
    File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite);
    // ok: data/file-world-writable
    File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
  }
}
