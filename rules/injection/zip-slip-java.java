import java.io.*;
import java.nio.file.*;
import java.util.zip.*;

class Unzip {
  void bad(ZipInputStream in, File target) throws IOException {
    ZipEntry entry;
    while ((entry = in.getNextEntry()) != null) {
      File out = new File(target, entry.getName());
      // ruleid: injection/zip-slip-java
      try (FileOutputStream os = new FileOutputStream(out)) {
        in.transferTo(os);
      }
    }
  }

  void badPath(ZipFile zip, Path root) throws IOException {
    for (ZipEntry entry : list(zip)) {
      Path p = root.resolve(entry.getName());
      // ruleid: injection/zip-slip-java
      Files.copy(zip.getInputStream(entry), p);
    }
  }

  void badText(ZipInputStream in, String dir) throws IOException {
    ZipEntry e = in.getNextEntry();
    // ruleid: injection/zip-slip-java
    FileOutputStream os = new FileOutputStream(dir + File.separator + e.getName());
  }

  void safe(ZipInputStream in, File target) throws IOException {
    ZipEntry entry;
    while ((entry = in.getNextEntry()) != null) {
      File out = new File(target, entry.getName());
      if (!out.getCanonicalPath().startsWith(target.getCanonicalPath() + File.separator)) {
        throw new IOException("entry");
      }
      // ok: injection/zip-slip-java
      try (FileOutputStream os = new FileOutputStream(out)) {
        in.transferTo(os);
      }
    }
  }

  void safePath(ZipFile zip, Path root) throws IOException {
    for (ZipEntry entry : list(zip)) {
      Path p = root.resolve(entry.getName()).normalize();
      if (!p.startsWith(root)) throw new IOException("entry");
      // ok: injection/zip-slip-java
      Files.copy(zip.getInputStream(entry), p);
    }
  }

  void lastPart(ZipInputStream in, File target) throws IOException {
    ZipEntry entry = in.getNextEntry();
    // ok: injection/zip-slip-java
    FileOutputStream os = new FileOutputStream(new File(target, new File(entry.getName()).getName()));
  }
}
