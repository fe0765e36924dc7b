using Microsoft.Extensions.DependencyInjection;

class Startup
{
    void Everyone(IServiceCollection services)
    {
        // ruleid: api/cors-reflect-credentials
        services.AddCors(o => o.AddPolicy("web", p => p.SetIsOriginAllowed(_ => true).AllowAnyHeader().AllowCredentials()));
    }

    void Later(CorsPolicyBuilder policy)
    {
        // ruleid: api/cors-reflect-credentials
        policy.AllowCredentials().AllowAnyMethod().SetIsOriginAllowed(origin => true);
        // ruleid: api/cors-reflect-credentials
        policy.SetIsOriginAllowed((host) => true).AllowCredentials();
    }

    void Listed(CorsPolicyBuilder policy)
    {
        // ok: api/cors-reflect-credentials
        policy.WithOrigins("https://app.example.com").AllowCredentials();
        // ok: api/cors-reflect-credentials
        policy.SetIsOriginAllowed(_ => true).AllowAnyHeader();
        // ok: api/cors-reflect-credentials
        policy.SetIsOriginAllowed(origin => allowed.Contains(origin)).AllowCredentials();
    }
}
