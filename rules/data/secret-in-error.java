class Conf {
  void check(String apiKey, String host) {
    // ruleid: data/secret-in-error
    if (host == null) throw new IllegalStateException("bad key " + apiKey);
    // ok: data/secret-in-error
    throw new IllegalStateException("no host " + host);
  }
}
