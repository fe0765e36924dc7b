class MoreTokens {
  void Configure() {
    // ok: tokens/jwt-verification-disabled-csharp
    options.TokenValidationParameters.RequireSignedTokens = true;
  }
}
