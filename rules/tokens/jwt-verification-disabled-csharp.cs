using Microsoft.IdentityModel.Tokens;

class Tokens {
  void Configure() {
    // ruleid: tokens/jwt-verification-disabled-csharp
    var a = new TokenValidationParameters { ValidateIssuerSigningKey = false, ValidateIssuer = true };
    // ruleid: tokens/jwt-verification-disabled-csharp
    var b = new TokenValidationParameters { ValidateIssuer = true, ValidateLifetime = false };
    // ruleid: tokens/jwt-verification-disabled-csharp
    options.TokenValidationParameters.RequireSignedTokens = false;
    // ok: tokens/jwt-verification-disabled-csharp
    var c = new TokenValidationParameters { ValidateIssuerSigningKey = true, ValidateLifetime = true, IssuerSigningKey = key };
  }

  ClaimsPrincipal GetPrincipalFromExpiredToken(string token) {
    // ok: tokens/jwt-verification-disabled-csharp
    var d = new TokenValidationParameters { ValidateIssuerSigningKey = true, ValidateLifetime = false, IssuerSigningKey = key };
    return handler.ValidateToken(token, d, out _);
  }
}

class Others {
  void Configure() {
    // ok: tokens/jwt-verification-disabled-csharp
    options.TokenValidationParameters.RequireSignedTokens = true;
  }
}
