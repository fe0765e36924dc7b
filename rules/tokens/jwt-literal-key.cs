using System.Text;
using Microsoft.IdentityModel.Tokens;

class Tokens {
  void Sign(IConfiguration configuration) {
    // ruleid: tokens/jwt-literal-key
    var a = new SymmetricSecurityKey(Encoding.UTF8.GetBytes("an example signing key of mine"));
    // ok: tokens/jwt-literal-key
    var b = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(configuration["Jwt:Key"]));
  }
}

class Keys {
  void Sign() {
    // ruleid: tokens/jwt-literal-key
    var a = new SymmetricSecurityKey(Encoding.ASCII.GetBytes("another example signing key"));
    // ruleid: tokens/jwt-literal-key
    var b = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes("a third example signing key")), SecurityAlgorithms.HmacSha256);
    // ok: tokens/jwt-literal-key
    var c = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Environment.GetEnvironmentVariable("JWT_KEY")));
    // ok: tokens/jwt-literal-key
    var d = Encoding.UTF8.GetBytes("an example text");
  }
}
