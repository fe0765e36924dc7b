using Dapper;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

[ApiController]
[Authorize]
[Route("users")]
public class UsersController : ControllerBase
{
    private readonly SqlConnection _connection;
    private readonly ShopContext _shop;

    public UsersController(SqlConnection connection, ShopContext shop)
    {
        _connection = connection;
        _shop = shop;
    }

    [HttpGet("plain")]
    public async Task<IActionResult> Plain([FromQuery] string name)
    {
        using var command = new SqlCommand("SELECT COUNT(*) FROM Products WHERE Name = @name", _connection);
        command.Parameters.AddWithValue("@name", name);
        return Ok(await command.ExecuteScalarAsync());
    }

    [HttpGet("dapper")]
    public async Task<IActionResult> ByDapper([FromQuery] string name) =>
        Ok(await _connection.QueryAsync<Product>("SELECT Id, Name FROM Products WHERE Name = @name", new { name }));

    [HttpGet("ef")]
    public async Task<IActionResult> ByEf([FromQuery] string name) =>
        Ok(await _shop.Products.FromSqlInterpolated($"SELECT * FROM Products WHERE Name = {name}").ToListAsync());
}
