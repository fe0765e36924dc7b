class Login {
  void SignIn(string token) {
    // ruleid: tokens/cookie-unprotected
    Response.Cookies.Append("auth_token", token);
    // ruleid: tokens/cookie-unprotected
    Response.Cookies.Append("session", token, new CookieOptions { HttpOnly = false, Secure = true });
    // ruleid: tokens/cookie-unprotected
    Response.Cookies.Append("session", token, new CookieOptions { HttpOnly = true });
    // ok: tokens/cookie-unprotected
    Response.Cookies.Append("session", token, new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax });
    // ok: tokens/cookie-unprotected
    Response.Cookies.Append("theme", "dark");
  }
}
class Preferences {
  void Save(string language) {
    // ok: tokens/cookie-unprotected
    Response.Cookies.Append("language", language, new CookieOptions { HttpOnly = false });
  }
}
