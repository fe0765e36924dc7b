class Setup {
  void Configure(IServiceCollection services) {
    services.Configure<IdentityOptions>(options => {
      // ruleid: auth/password-min-length
      options.Password.RequiredLength = 4;
      // ok: auth/password-min-length
      options.Lockout.MaxFailedAccessAttempts = 5;
    });
  }
  bool Check(string password) {
    // ok: auth/password-min-length
    return password.Length >= 12;
  }
}
