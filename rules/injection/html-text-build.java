class Pages {
  String greeting(String name) {
    // ruleid: injection/html-text-build
    return "<html><body><h1>" + name + "</h1></body></html>";
  }
  String escaped(String name) {
    // ok: injection/html-text-build
    return "<html><body><h1>" + Encode.forHtml(name) + "</h1></body></html>";
  }
}
