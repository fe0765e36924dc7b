using Microsoft.IdentityModel.Tokens;

class Tokens {
  TokenValidationParameters Make(SecurityKey key) {
    return new TokenValidationParameters { ValidateIssuerSigningKey = true, RequireSignedTokens = true, ValidateLifetime = true, IssuerSigningKey = key };
  }
}
