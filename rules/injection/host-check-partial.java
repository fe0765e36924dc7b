import java.net.URI;

class Hosts {
  boolean allowed(URI uri, String domain) {
    // ruleid: injection/host-check-partial
    if (uri.getHost().endsWith("example.com")) return true;
    // ruleid: injection/host-check-partial
    if (uri.getHost().contains("example.com")) return true;
    // ok: injection/host-check-partial
    if (uri.getHost().endsWith(".example.com")) return true;
    // ok: injection/host-check-partial
    return uri.getHost().equals(domain) || uri.getHost().endsWith("." + domain);
  }
}
