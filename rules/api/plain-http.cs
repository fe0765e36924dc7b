class Client {
  async Task Load() {
    // ruleid: api/plain-http
    await http.GetStringAsync("http://api.example.org/v1/me");
    // ok: api/plain-http
    await http.GetStringAsync("https://api.example.org/v1/me");
  }
}
