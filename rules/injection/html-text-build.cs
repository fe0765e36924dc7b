class Pages {
  string Greeting(string name) {
    // ruleid: injection/html-text-build
    return $"<h1>Hello {name}</h1>";
  }
  string Escaped(string name) {
    // ok: injection/html-text-build
    return $"<h1>Hello {WebUtility.HtmlEncode(name)}</h1>";
  }
}
