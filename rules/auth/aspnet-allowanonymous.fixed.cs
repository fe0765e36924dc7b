using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthentication().AddJwtBearer();
builder.Services.AddAuthorization();
var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();

app.MapPost("/todos", async (Todo todo, TodoDb db) =>
{
    db.Todos.Add(todo);
    await db.SaveChangesAsync();
    return Results.Created($"/todos/{todo.Id}", todo);
}).RequireAuthorization();

app.Run();

[ApiController]
[Route("api/[controller]")]
[Authorize]
public class ProductsController : ControllerBase
{
    private readonly ShopContext _context;

    public ProductsController(ShopContext context) => _context = context;

    [HttpPost]
    public async Task<IActionResult> Create(ProductInput input)
    {
        var product = new Product { Name = input.Name, Price = input.Price };
        _context.Products.Add(product);
        await _context.SaveChangesAsync();
        return Ok(new { product.Id });
    }
}
