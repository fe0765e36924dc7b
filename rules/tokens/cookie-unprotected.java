import javax.servlet.http.*;

class Login {
  void login(HttpServletResponse response, String token) {
    Cookie cookie = new Cookie("session", token);
    cookie.setPath("/");
    // ruleid: tokens/cookie-unprotected
    response.addCookie(cookie);
  }
  void off(HttpServletResponse response, String token) {
    Cookie auth = new Cookie("auth_token", token);
    // ruleid: tokens/cookie-unprotected
    auth.setHttpOnly(false);
    auth.setSecure(true);
    response.addCookie(auth);
  }
  void safe(HttpServletResponse response, String token) {
    Cookie cookie = new Cookie("session", token);
    cookie.setHttpOnly(true);
    cookie.setSecure(true);
    // ok: tokens/cookie-unprotected
    response.addCookie(cookie);
  }
  void theme(HttpServletResponse response) {
    Cookie cookie = new Cookie("theme", "dark");
    // ok: tokens/cookie-unprotected
    response.addCookie(cookie);
  }
  void logout(HttpServletResponse response) {
    Cookie cookie = new Cookie("session", "");
    cookie.setMaxAge(0);
    // ok: tokens/cookie-unprotected
    response.addCookie(cookie);
  }
}
class Tokens {
  void insecure(HttpServletResponse response, String token) {
    Cookie cookie = new Cookie("access_token", token);
    cookie.setHttpOnly(true);
    // ruleid: tokens/cookie-unprotected
    response.addCookie(cookie);
  }
}
