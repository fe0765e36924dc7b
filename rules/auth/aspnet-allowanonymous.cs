using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthentication().AddJwtBearer();
builder.Services.AddAuthorization();
var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();

// ok: auth/aspnet-allowanonymous
app.MapGet("/todos", async (TodoDb db) => await db.Todos.ToListAsync());

// ruleid: auth/aspnet-allowanonymous
app.MapPost("/todos", async (Todo todo, TodoDb db) =>
{
    db.Todos.Add(todo);
    await db.SaveChangesAsync();
    return Results.Created($"/todos/{todo.Id}", todo);
});

// ok: auth/aspnet-allowanonymous
app.MapPut("/todos/{id}", async (int id, Todo todo, TodoDb db) =>
{
    db.Todos.Update(todo);
    await db.SaveChangesAsync();
}).RequireAuthorization();

// ok: auth/aspnet-allowanonymous
app.MapPost("/login", async (Credentials input, TodoDb db) => Results.Ok(await db.Users.FindAsync(input.Email)));

var admin = app.MapGroup("/admin").RequireAuthorization("Admin");
// ok: auth/aspnet-allowanonymous
admin.MapDelete("/todos/{id}", async (int id, TodoDb db) => await db.Todos.Where(t => t.Id == id).ExecuteDeleteAsync());
// ruleid: auth/aspnet-allowanonymous
admin.MapDelete("/lists/{id}", async (int id, TodoDb db) => await db.Lists.Where(t => t.Id == id).ExecuteDeleteAsync()).AllowAnonymous();

var lists = app.MapGroup("/lists");
// ruleid: auth/aspnet-allowanonymous
lists.MapDelete("/{id}", async (int id, TodoDb db) =>
{
    db.Remove(await db.Lists.FindAsync(id));
    await db.SaveChangesAsync();
});

app.Run();

[ApiController]
[Route("api/[controller]")]
[Authorize]
public class OrdersController : ControllerBase
{
    private readonly ShopContext _context;

    // ok: auth/aspnet-allowanonymous
    [HttpPost]
    public async Task<IActionResult> Create(Order order)
    {
        _context.Orders.Add(order);
        await _context.SaveChangesAsync();
        return Ok(order);
    }

    // ruleid: auth/aspnet-allowanonymous
    [HttpDelete("{id}")]
    [AllowAnonymous]
    public async Task<IActionResult> Delete(int id)
    {
        _context.Orders.Remove(await _context.Orders.FindAsync(id));
        await _context.SaveChangesAsync();
        return NoContent();
    }

    // ok: auth/aspnet-allowanonymous
    [HttpGet("{id}")]
    [AllowAnonymous]
    public async Task<ActionResult<Order>> Get(int id) => await _context.Orders.FindAsync(id);
}

[ApiController]
[Route("api/[controller]")]
public class ProductsController : ControllerBase
{
    private readonly ShopContext _context;

    // ok: auth/aspnet-allowanonymous
    [HttpPost, Authorize(Roles = "Admin")]
    public async Task<IActionResult> Create(Product product)
    {
        _context.Products.Add(product);
        await _context.SaveChangesAsync();
        return Ok(product);
    }

    // ruleid: auth/aspnet-allowanonymous
    [HttpPut("{id}")]
    public async Task<IActionResult> Update(int id, Product product)
    {
        _context.Products.Update(product);
        await _context.SaveChangesAsync();
        return NoContent();
    }
}

[ApiController]
[Route("api/account")]
public class AccountController : ControllerBase
{
    // ok: auth/aspnet-allowanonymous
    [HttpPost("login")]
    [AllowAnonymous]
    public async Task<IActionResult> Login(Credentials input) => Ok(await _users.FindAsync(input.Email));

    // ok: auth/aspnet-allowanonymous
    [HttpPost("forgot")]
    [AllowAnonymous]
    public async Task<IActionResult> ForgotPassword(string email) => Ok(await _users.SendReset(email));
}
