package com.example.tools;

import java.util.*;
import java.util.function.Supplier;
import javax.servlet.http.*;

class ToolServlet extends HttpServlet {
  protected void doGet(HttpServletRequest r, HttpServletResponse response) throws Exception {
    // ruleid: injection/os-command-string-java
    Runtime.getRuntime().exec("ping " + r.getParameter("host"));
  }

  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String host = Objects.requireNonNull(request.getParameter("host"));
    // ruleid: injection/os-command-string-java
    Runtime.getRuntime().exec("ping " + host);
  }

  protected void doPut(HttpServletRequest request, HttpServletResponse response) throws Exception {
    Map<String, String> values = new HashMap<>();
    values.put("host", request.getParameter("host"));
    values.put("count", "1");
    // ruleid: injection/os-command-string-java
    Runtime.getRuntime().exec(new String[] {"sh", "-c", values.get("host")});
    // ok: injection/os-command-string-java
    Runtime.getRuntime().exec(new String[] {"sh", "-c", values.get("count")});
  }

  void words(HttpServletRequest request) throws Exception {
    // ruleid: injection/os-command-string-java
    new ProcessBuilder(request.getParameter("command").split(" ")).start();
  }

  void later(HttpServletRequest request) throws Exception {
    Supplier<String> command = () -> request.getParameter("command");
    // ruleid: injection/os-command-string-java
    Runtime.getRuntime().exec(command.get());
  }

  void shell(HttpServletRequest request) throws Exception {
    List<String> words = new ArrayList<>();
    words.add("sh");
    words.add("-c");
    // ruleid: injection/os-command-string-java
    words.add(request.getParameter("command"));
    new ProcessBuilder(words).start();
  }

  void arguments(HttpServletRequest request) throws Exception {
    List<String> words = new ArrayList<>();
    words.add("git");
    words.add("log");
    words.add("--");
    // ok: injection/os-command-string-java
    words.add(request.getParameter("file"));
    // ok: injection/os-command-string-java
    new ProcessBuilder(words).start();
  }

  void inferred(HttpServletRequest request) throws Exception {
    var runtime = Runtime.getRuntime();
    // ruleid: injection/os-command-string-java
    runtime.exec("ping " + request.getParameter("host"));
    var statement = connection.createStatement();
    // ok: injection/os-command-string-java
    statement.exec("ping " + request.getParameter("host"));
  }

  void fixed(HttpServletRequest request) throws Exception {
    // ok: injection/os-command-string-java
    new ProcessBuilder("git log".split(" ")).start();
  }
}
