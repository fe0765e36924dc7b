using System.Text;
using Microsoft.IdentityModel.Tokens;

class Tokens
{
    public SymmetricSecurityKey Key(IConfiguration configuration)
    {
        var secret = configuration["Jwt:Key"] ?? throw new InvalidOperationException("Jwt:Key is not set");
        return new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret));
    }
}
