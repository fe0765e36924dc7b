import java.io.IOException;
import java.nio.file.*;
import java.util.zip.*;

class Unzip {
  void extract(ZipFile zip, ZipEntry entry, Path root) throws IOException {
    Path p = root.resolve(entry.getName()).normalize();
    if (!p.startsWith(root)) throw new IOException("entry");
    Files.copy(zip.getInputStream(entry), p);
  }
}
