package com.example.pages;

import java.io.*;
import javax.servlet.http.*;
import org.springframework.web.bind.annotation.*;

class HelloServlet extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType("text/html");
    PrintWriter out = response.getWriter();
    String name = request.getParameter("name");
    // ruleid: injection/reflected-html-java
    out.println("<h1>Hello " + name + "</h1>");
    // ok: injection/reflected-html-java
    out.println("<h1>Hello " + StringEscapeUtils.escapeHtml4(name) + "</h1>");
    // ok: injection/reflected-html-java
    out.println("<p>" + Encode.forHtml(request.getHeader("User-Agent")) + "</p>");
  }

  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String query = request.getParameter("q");
    Object[] values = {"a", "b"};
    // ruleid: injection/reflected-html-java
    response.getWriter().format(java.util.Locale.US, query, values);
  }

  void header(HttpServletRequest req, HttpServletResponse resp) throws IOException {
    // ruleid: injection/reflected-html-java
    resp.getWriter().write(req.getHeader("Referer"));
  }

  void json(HttpServletRequest req, HttpServletResponse resp) throws IOException {
    resp.setContentType("application/json");
    // ok: injection/reflected-html-java
    resp.getWriter().write(mapper.writeValueAsString(req.getParameter("name")));
  }

  void count(HttpServletRequest req, HttpServletResponse resp) throws IOException {
    int page = Integer.parseInt(req.getParameter("page"));
    // ok: injection/reflected-html-java
    resp.getWriter().write("<p>Page " + page + "</p>");
  }
}

@RestController
class GreetController {
  @GetMapping(value = "/greet", produces = "text/html")
  public String greet(@RequestParam String name) {
    // ruleid: injection/reflected-html-java
    return "<html><body>Hello " + name + "</body></html>";
  }

  @GetMapping(value = "/search", produces = "text/html")
  public ResponseEntity<String> search(@RequestParam String q) {
    // ruleid: injection/reflected-html-java
    String page = String.format("<p>Results for %s</p>", q);
    return ResponseEntity.ok(page);
  }

  @GetMapping(value = "/fine", produces = "text/html")
  public String fine(@RequestParam String name) {
    // ok: injection/reflected-html-java
    return "<html><body>Hello " + HtmlUtils.htmlEscape(name) + "</body></html>";
  }

  @GetMapping("/fine/json")
  public Greeting json(@RequestParam String name) {
    // ok: injection/reflected-html-java
    return new Greeting("Hello " + name);
  }
}
