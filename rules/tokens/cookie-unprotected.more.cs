class More {
  void SignOut() {
    // ok: tokens/cookie-unprotected
    Response.Cookies.Delete("session");
  }
}
