package com.example.files;

import java.io.*;
import java.nio.file.*;
import org.springframework.web.bind.annotation.*;

@RestController
class FileController {
  private static final Path ROOT = Paths.get("/srv/files").toAbsolutePath().normalize();
  private static final String BASE = "/srv/files/";

  @GetMapping("/download")
  public byte[] download(@RequestParam String name) throws IOException {
    // ruleid: injection/path-traversal-java
    return Files.readAllBytes(Paths.get(BASE + name));
  }

  @GetMapping("/view/{name}")
  public Resource view(@PathVariable String name) {
    File file = new File(BASE, name);
    // ruleid: injection/path-traversal-java
    return new FileSystemResource(file);
  }

  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String path = request.getParameter("path");
    // ruleid: injection/path-traversal-java
    try (InputStream in = new FileInputStream(BASE + path)) {
      in.transferTo(response.getOutputStream());
    }
  }

  @PostMapping("/upload")
  public void upload(@RequestParam("file") MultipartFile file) throws IOException {
    Path target = ROOT.resolve(file.getOriginalFilename());
    // ruleid: injection/path-traversal-java
    Files.copy(file.getInputStream(), target, StandardCopyOption.REPLACE_EXISTING);
  }

  @PostMapping("/save")
  public void save(@RequestBody Note note) throws IOException {
    // ruleid: injection/path-traversal-java
    Files.writeString(ROOT.resolve(note.getTitle() + ".md"), note.getText());
  }

  @DeleteMapping("/files")
  public void remove(@RequestParam String name) {
    // ruleid: injection/path-traversal-java
    new File("/srv/files/" + name).delete();
  }

  @GetMapping("/fine/checked")
  public byte[] checked(@RequestParam String name) throws IOException {
    Path target = ROOT.resolve(name).normalize();
    if (!target.startsWith(ROOT)) {
      throw new SecurityException("path");
    }
    // ok: injection/path-traversal-java
    return Files.readAllBytes(target);
  }

  @GetMapping("/fine/canonical")
  public Resource canonical(@RequestParam String name) throws IOException {
    File file = new File(BASE, name);
    if (!file.getCanonicalPath().startsWith(BASE)) {
      throw new SecurityException("path");
    }
    // ok: injection/path-traversal-java
    return new FileSystemResource(file);
  }

  @GetMapping("/fine/id/{id}")
  public byte[] byId(@PathVariable Long id) throws IOException {
    // ok: injection/path-traversal-java
    return Files.readAllBytes(Paths.get(BASE + id + ".pdf"));
  }

  @PostMapping("/fine/upload")
  public void named(@RequestParam("file") MultipartFile file) throws IOException {
    Path target = ROOT.resolve(UUID.randomUUID().toString());
    // ok: injection/path-traversal-java
    Files.copy(file.getInputStream(), target);
  }

  @GetMapping("/fine/name")
  public byte[] last(@RequestParam String name) throws IOException {
    String last = Paths.get(name).getFileName().toString();
    // ok: injection/path-traversal-java
    return Files.readAllBytes(ROOT.resolve(last));
  }

  public String config(String name) throws IOException {
    // ok: injection/path-traversal-java
    return Files.readString(Paths.get("/etc/app/" + name));
  }

  public static void main(String[] args) throws IOException {
    // ok: injection/path-traversal-java
    System.out.println(Files.readString(Path.of(args[0])));
  }
}

class QualifiedServlet extends HttpServlet {
  public void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String name = BASE + request.getParameter("file");
    // ruleid: injection/path-traversal-java
    java.io.FileInputStream in = new java.io.FileInputStream(new java.io.File(name));
    // ok: injection/path-traversal-java
    java.io.FileInputStream fixed = new java.io.FileInputStream(new java.io.File(BASE, "report.txt"));
  }
}

class CanonicalFiles extends HttpServlet {
  protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
    File file = new File(ROOT, req.getParameter("name")).getCanonicalFile();
    if (!file.toPath().startsWith(ROOT_PATH)) {
      resp.sendError(403);
      return;
    }
    // ok: injection/path-traversal-java
    InputStream in = new FileInputStream(file);
  }
}
