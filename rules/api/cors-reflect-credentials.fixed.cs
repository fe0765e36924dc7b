class Startup
{
    void Listed(CorsPolicyBuilder policy)
    {
        policy.WithOrigins("https://app.example.com").AllowCredentials();
    }
}
