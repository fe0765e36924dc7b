class MoreTokens {
  private const string Secret = "an example signing key of mine";
  void Sign(string configured) {
    // ruleid: tokens/jwt-literal-key
    var a = new SymmetricSecurityKey(Encoding.ASCII.GetBytes("an example signing key"));
    // ruleid: tokens/jwt-literal-key
    var b = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Secret));
    // ok: tokens/jwt-literal-key
    var c = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(configured));
    // ok: tokens/jwt-literal-key
    var d = Encoding.UTF8.GetBytes("an example text of mine");
  }
}
