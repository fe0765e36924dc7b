package com.example.hello;

import java.io.IOException;
import javax.servlet.http.*;
import org.owasp.encoder.Encode;
import org.springframework.web.util.HtmlUtils;

class HelloServlet extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String name = request.getParameter("name");
    if ("text".equals(request.getParameter("as"))) {
      response.setContentType("text/plain");
      response.getWriter().write("Hello " + name);
      return;
    }
    response.setContentType("text/html");
    response.getWriter().println("<h1>Hello " + Encode.forHtml(name) + "</h1>");
    response.getWriter().println("<p>" + HtmlUtils.htmlEscape(name) + "</p>");
  }
}
