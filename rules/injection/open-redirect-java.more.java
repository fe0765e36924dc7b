package com.example.leave;

import javax.servlet.http.*;

class LeaveServlet extends HttpServlet {
  protected void doGet(HttpServletRequest r, HttpServletResponse response) throws Exception {
    StringBuilder target = new StringBuilder("https://");
    target.append(r.getParameter("host")).append("/welcome");
    // ruleid: injection/open-redirect-java
    response.sendRedirect(target.toString());
  }

  protected void doPost(HttpServletRequest r, HttpServletResponse response) throws Exception {
    StringBuilder target = new StringBuilder();
    target.append("/welcome?");
    target.append(r.getQueryString());
    // ok: injection/open-redirect-java
    response.sendRedirect(target.toString());
  }
}
