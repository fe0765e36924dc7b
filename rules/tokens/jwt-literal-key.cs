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
