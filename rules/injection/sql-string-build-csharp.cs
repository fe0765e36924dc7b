using System.Data.SqlClient;
using Dapper;
using Microsoft.AspNetCore.Mvc;

[ApiController]
public class UsersController : ControllerBase
{
    private static readonly Dictionary<string, string> AllowedSorts = new() { ["name"] = "u.Name" };

    [HttpGet("users")]
    public IActionResult Search([FromQuery] string name)
    {
        // ruleid: injection/sql-string-build-csharp
        using var command = new SqlCommand("SELECT * FROM Users WHERE Name = '" + name + "'", connection);
        return Ok(command.ExecuteReader());
    }

    [HttpGet("users/{id}")]
    public async Task<IActionResult> Get(string id)
    {
        var sql = $"SELECT * FROM Users WHERE Id = '{id}'";
        // ruleid: injection/sql-string-build-csharp
        return Ok(await connection.QueryAsync<User>(sql));
    }

    [HttpPost("users/search")]
    public IActionResult Find([FromBody] SearchRequest request)
    {
        // ruleid: injection/sql-string-build-csharp
        return Ok(context.Users.FromSqlRaw($"SELECT * FROM Users WHERE Email LIKE '%{request.Email}%'").ToList());
    }

    public IActionResult Sorted()
    {
        string sort = Request.Query["sort"];
        var command = connection.CreateCommand();
        // ruleid: injection/sql-string-build-csharp
        command.CommandText = "SELECT * FROM Users ORDER BY " + sort;
        return Ok(command.ExecuteReader());
    }

    public User FindByEmail(string email)
    {
        var sql = string.Format("SELECT * FROM Users WHERE Email = '{0}'", email);
        // ruleid: injection/sql-string-build-csharp
        return connection.QueryFirstOrDefault<User>(sql);
    }

    public void Rename(string id, string name)
    {
        // ruleid: injection/sql-string-build-csharp
        context.Database.ExecuteSqlRaw("UPDATE Users SET Name = '" + name + "' WHERE Id = '" + id + "'");
    }

    [HttpGet("fine")]
    public IActionResult Bound([FromQuery] string name)
    {
        // ok: injection/sql-string-build-csharp
        using var command = new SqlCommand("SELECT * FROM Users WHERE Name = @name", connection);
        command.Parameters.AddWithValue("@name", name);
        // ok: injection/sql-string-build-csharp
        return Ok(connection.Query<User>("SELECT * FROM Users WHERE Name = @name", new { name }));
    }

    [HttpGet("fine/interpolated")]
    public IActionResult Interpolated([FromQuery] string name)
    {
        // ok: injection/sql-string-build-csharp
        return Ok(context.Users.FromSqlInterpolated($"SELECT * FROM Users WHERE Name = {name}").ToList());
    }

    [HttpGet("fine/{id:int}")]
    public IActionResult Number(int id)
    {
        // ok: injection/sql-string-build-csharp
        return Ok(connection.Query<User>($"SELECT * FROM Users WHERE Id = {id}"));
    }

    [HttpGet("fine/sorted")]
    public IActionResult Listed([FromQuery] string sort)
    {
        var column = AllowedSorts[sort];
        // ok: injection/sql-string-build-csharp
        return Ok(connection.Query<User>("SELECT * FROM Users u ORDER BY " + column));
    }

    public int Count(string tableName)
    {
        // ok: injection/sql-string-build-csharp
        return connection.ExecuteScalar<int>($"SELECT COUNT(*) FROM {tableName}");
    }

    public void Run(string sql)
    {
        // ok: injection/sql-string-build-csharp
        connection.Execute(sql);
    }
}

public class ConventionController : Controller
{
    public IActionResult Index(string name)
    {
        // ruleid: injection/sql-string-build-csharp
        var command = new SqlCommand("SELECT * FROM Users WHERE Name = '" + name + "'", connection);
        return View();
    }

    protected void Button_Click(object sender, EventArgs e)
    {
        // ruleid: injection/sql-string-build-csharp
        var command = new SqlCommand("SELECT * FROM Users WHERE Name = '" + txtName.Text + "'", connection);
        // ok: injection/sql-string-build-csharp
        var fine = new SqlCommand("SELECT * FROM Users WHERE Name = @name", connection);
    }
}

[ApiController]
public class WrittenController : ControllerBase
{
    [HttpGet("written")]
    public IActionResult Written(string name)
    {
        var sql = "SELECT * FROM Users WHERE Name = '";
        sql += name;
        sql += "'";
        // ruleid: injection/sql-string-build-csharp
        return Ok(connection.Query<User>(sql));
    }

    [HttpGet("appended")]
    public IActionResult Appended(string name)
    {
        var text = new StringBuilder("SELECT * FROM Users WHERE Name = '");
        text.Append(name).Append("'");
        // ruleid: injection/sql-string-build-csharp
        return Ok(connection.Query<User>(text.ToString()));
    }

    [HttpGet("printed")]
    public IActionResult Printed(string name)
    {
        var text = new StringBuilder();
        text.AppendFormat("SELECT * FROM Users WHERE Name = '{0}'", name);
        // ruleid: injection/sql-string-build-csharp
        return Ok(connection.Query<User>(text.ToString()));
    }

    [HttpGet("fine")]
    public IActionResult Fine(string name)
    {
        var text = new StringBuilder("SELECT * FROM Users WHERE 1 = 1");
        if (name != null) text.Append(" AND Name = @name");
        // ok: injection/sql-string-build-csharp
        return Ok(connection.Query<User>(text.ToString(), new { name }));
    }
}
