class More {
  void remember(HttpServletResponse response, String token) {
    Cookie cookie = new Cookie("remember_token", token);
    cookie.setHttpOnly(true);
    // ruleid: tokens/cookie-unprotected
    cookie.setSecure(false);
    response.addCookie(cookie);
  }
}
