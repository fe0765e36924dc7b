import java.io.*;
import java.nio.file.*;
import org.springframework.web.multipart.MultipartFile;

class Uploads {
  void bad(MultipartFile file) throws IOException {
    // ruleid: injection/file-upload-unrestricted-java
    file.transferTo(new File("/var/www/uploads/" + file.getOriginalFilename()));
  }
  void copied(MultipartFile file, Path root) throws IOException {
    String name = file.getOriginalFilename();
    Path target = root.resolve(name);
    // ruleid: injection/file-upload-unrestricted-java
    Files.copy(file.getInputStream(), target);
  }
  void written(javax.servlet.http.Part part) throws IOException {
    // ruleid: injection/file-upload-unrestricted-java
    part.write("/uploads/" + part.getSubmittedFileName());
  }
  void chosen(MultipartFile file) throws IOException {
    // ok: injection/file-upload-unrestricted-java
    file.transferTo(new File("/srv/uploads/" + UUID.randomUUID() + ".png"));
  }
  void checked(MultipartFile file) throws IOException {
    String name = file.getOriginalFilename();
    if (!name.endsWith(".png") || name.contains("..")) throw new IOException("type");
    // ok: injection/file-upload-unrestricted-java
    file.transferTo(new File("/srv/uploads/" + name));
  }
  void typed(MultipartFile file) throws IOException {
    if (!TYPES.contains(file.getContentType())) throw new IOException("type");
    // ok: injection/file-upload-unrestricted-java
    file.transferTo(new File("/srv/uploads/" + file.getOriginalFilename()));
  }
}
