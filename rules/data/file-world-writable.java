import java.io.File;
import java.nio.file.*;
import java.nio.file.attribute.PosixFilePermissions;

class Store {
  void save(File file, Path path) throws Exception {
    // ruleid: data/file-world-writable
    file.setWritable(true, false);
    // ruleid: data/file-world-writable
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
    // ok: data/file-world-writable
    file.setWritable(true, true);
    // ok: data/file-world-writable
    file.setReadable(true, false);
    // ok: data/file-world-writable
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
  }
}
