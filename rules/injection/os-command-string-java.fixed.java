package com.example.history;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.*;

@RestController
class HistoryController {
  @GetMapping(value = "/history", produces = MediaType.TEXT_PLAIN_VALUE)
  @PreAuthorize("isAuthenticated()")
  public String history(@RequestParam String file) throws IOException {
    Process process = new ProcessBuilder("git", "log", "--oneline", "--", file).directory(new File("/srv/repo")).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @GetMapping(value = "/authors", produces = MediaType.TEXT_PLAIN_VALUE)
  @PreAuthorize("isAuthenticated()")
  public String authors(@RequestParam String file) throws IOException {
    List<String> command = List.of("git", "shortlog", "-s", "HEAD", "--", file);
    Process process = new ProcessBuilder(command).directory(new File("/srv/repo")).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
