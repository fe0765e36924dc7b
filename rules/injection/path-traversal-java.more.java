package com.example.files;

import java.io.*;
import java.nio.file.*;
import java.util.Scanner;
import javax.servlet.http.*;

class ReaderServlet extends HttpServlet {
  protected void doGet(HttpServletRequest r, HttpServletResponse response) throws Exception {
    // ruleid: injection/path-traversal-java
    Scanner lines = new Scanner(new File("/srv/files/" + r.getParameter("name")));
  }

  protected void doPost(HttpServletRequest r, HttpServletResponse response) throws Exception {
    Path file = Paths.get("/srv/files", r.getParameter("name"));
    // ruleid: injection/path-traversal-java
    Scanner lines = new Scanner(file, "UTF-8");
  }

  protected void doPut(HttpServletRequest r, HttpServletResponse response) throws Exception {
    File file = new File("/srv/files", r.getParameter("name"));
    // ruleid: injection/path-traversal-java
    Scanner lines = new Scanner(file);
  }

  void text(HttpServletRequest r) {
    // ok: injection/path-traversal-java
    Scanner words = new Scanner(r.getParameter("text"));
  }

  void own() {
    // ok: injection/path-traversal-java
    InputStream in = new FileInputStream("version.txt");
  }

  void known(HttpServletRequest r) throws Exception {
    // ok: injection/path-traversal-java
    Scanner lines = new Scanner(new File("/srv/files/" + Integer.parseInt(r.getParameter("number"))));
  }
}
