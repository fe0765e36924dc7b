package com.example.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.server.ResponseStatusException;

@RestController
@PreAuthorize("isAuthenticated()")
class FileController {
  private static final Path ROOT = Path.of("/srv/files").toAbsolutePath().normalize();

  @GetMapping("/files")
  public byte[] read(@RequestParam String name) throws IOException {
    Path path = ROOT.resolve(name).normalize();
    if (!path.startsWith(ROOT)) throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    return Files.readAllBytes(path);
  }
}
