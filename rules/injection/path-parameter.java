import java.io.*;
import java.nio.file.*;

class Store {
  private static final String ROOT = "/srv/files/";

  byte[] read(String fileName) throws IOException {
    // ruleid: injection/path-parameter
    return Files.readAllBytes(Paths.get(ROOT, fileName));
  }
  InputStream open(String filename) throws IOException {
    File f = new File(ROOT, filename);
    // ruleid: injection/path-parameter
    return new FileInputStream(f);
  }
  byte[] checked(String fileName) throws IOException {
    Path p = Paths.get(ROOT, fileName).normalize();
    if (!p.startsWith(ROOT)) throw new IOException("path");
    // ok: injection/path-parameter
    return Files.readAllBytes(p);
  }
}
