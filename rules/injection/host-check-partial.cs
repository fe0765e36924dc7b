class Hosts {
  bool Allowed(Uri uri) {
    // ruleid: injection/host-check-partial
    if (uri.Host.EndsWith("example.com")) return true;
    // ok: injection/host-check-partial
    if (uri.Host.EndsWith(".example.com")) return true;
    // ok: injection/host-check-partial
    return uri.Host == "example.com";
  }
}
