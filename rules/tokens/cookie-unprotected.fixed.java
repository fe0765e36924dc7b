package com.example.login;

import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletResponse;

class Login {
  void signIn(HttpServletResponse response, String token) {
    Cookie cookie = new Cookie("session", token);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(true);
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }
}
