public class Startup
{
    public void Configure(IApplicationBuilder app)
    {
        // ruleid: api/debug-endpoint
        app.UseDeveloperExceptionPage();
        app.UseRouting();
    }

    public void Migrations(IApplicationBuilder app)
    {
        // ruleid: api/debug-endpoint
        app.UseMigrationsEndPoint();
        // ruleid: api/debug-endpoint
        app.UseDatabaseErrorPage();
    }

    public void Checked(IApplicationBuilder app, IWebHostEnvironment env)
    {
        if (env.IsDevelopment())
        {
            // ok: api/debug-endpoint
            app.UseDeveloperExceptionPage();
        }
        else
        {
            // ok: api/debug-endpoint
            app.UseExceptionHandler("/error");
        }
        if (env.IsDevelopment())
            // ok: api/debug-endpoint
            app.UseMigrationsEndPoint();
    }
}
