class Mail {
  void Send(SmtpClient client) {
    // ruleid: api/cleartext-login
    client.EnableSsl = false;
    // ok: api/cleartext-login
    client.EnableSsl = true;
  }
}
