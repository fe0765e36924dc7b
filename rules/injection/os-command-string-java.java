package com.example.net;

import java.io.*;
import java.util.*;
import org.springframework.web.bind.annotation.*;

@RestController
class NetController {
  @GetMapping("/ping")
  public String ping(@RequestParam String host) throws IOException {
    // ruleid: injection/os-command-string-java
    Process p = Runtime.getRuntime().exec("ping -c 1 " + host);
    return read(p);
  }

  @GetMapping("/lookup")
  public String lookup(@RequestParam("domain") String domain) throws IOException {
    // ruleid: injection/os-command-string-java
    ProcessBuilder pb = new ProcessBuilder("sh", "-c", "nslookup " + domain);
    return read(pb.start());
  }

  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String file = request.getParameter("file");
    // ruleid: injection/os-command-string-java
    String[] command = new String[] {"/bin/sh", "-c", "convert " + file + " out.png"};
    Runtime.getRuntime().exec(command);
  }

  public void archive(String folder) throws IOException {
    String command = String.format("tar czf backup.tgz %s", folder);
    Runtime runtime = Runtime.getRuntime();
    // ruleid: injection/os-command-string-java
    runtime.exec(command);
  }

  public void thumbnail(String name) throws IOException {
    // ruleid: injection/os-command-string-java
    new ProcessBuilder(List.of("bash", "-c", "ffmpeg -i " + name + " thumb.jpg")).start();
  }

  @PostMapping("/run")
  public void run(@RequestBody Job job) throws IOException {
    // ruleid: injection/os-command-string-java
    Runtime.getRuntime().exec(job.getCommand());
  }

  @GetMapping("/fine")
  public String fine(@RequestParam String host) throws IOException {
    // ok: injection/os-command-string-java
    ProcessBuilder pb = new ProcessBuilder("ping", "-c", "1", host);
    return read(pb.start());
  }

  @GetMapping("/fine/array")
  public String array(@RequestParam String ref) throws IOException {
    // ok: injection/os-command-string-java
    return read(Runtime.getRuntime().exec(new String[] {"git", "log", "--", ref}));
  }

  @GetMapping("/fine/checked")
  public String checked(@RequestParam String host) throws IOException {
    if (!host.matches("^[a-z0-9.-]+$")) {
      throw new IllegalArgumentException("host");
    }
    // ok: injection/os-command-string-java
    return read(Runtime.getRuntime().exec("ping -c 1 " + host));
  }

  public String uptime() throws IOException {
    // ok: injection/os-command-string-java
    return read(Runtime.getRuntime().exec("uptime"));
  }

  public void count(int lines) throws IOException {
    // ok: injection/os-command-string-java
    new ProcessBuilder("sh", "-c", "tail -n " + lines + " /var/log/app.log").start();
  }

  public void execute(Runnable task) {
    // ok: injection/os-command-string-java
    executor.execute(task);
  }
}

class ArrayServlet extends HttpServlet {
  public void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String folder = request.getParameter("folder");
    // ruleid: injection/os-command-string-java
    String[] words = {"/bin/sh", "-c", "ls " + folder};
    List<String> list = new ArrayList<>();
    list.add("sh");
    list.add("-c");
    // ruleid: injection/os-command-string-java
    list.add("ls " + folder);
    // ok: injection/os-command-string-java
    String[] fine = {"/bin/ls", "-l", folder};
    List<String> plain = new ArrayList<>();
    plain.add("ls");
    // ok: injection/os-command-string-java
    plain.add("--" + folder);
  }

  Process listed(Runtime runtime, String folder) throws Exception {
    List<String> words = new ArrayList<>();
    words.add("ls");
    words.add("--color=" + folder);
    // ok: injection/os-command-string-java
    return runtime.exec(words.toArray(new String[0]));
  }
}
