import java.io.*;
import java.util.UUID;
import org.springframework.web.multipart.MultipartFile;

class Uploads {
  void store(MultipartFile file) throws IOException {
    file.transferTo(new File("/srv/uploads/" + UUID.randomUUID() + ".png"));
  }
}
