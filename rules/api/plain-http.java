class Client {
  void load() throws Exception {
    // ruleid: api/plain-http
    new URL("http://api.example.org/v1/me").openConnection();
    // ok: api/plain-http
    new URL("https://api.example.org/v1/me").openConnection();
  }
}
