using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.SqlClient;

namespace Shop.Controllers
{
    public class OrdersController : Controller
    {
        [HttpGet]
        public IActionResult ByName([FromQuery] string name)
        {
            // ruleid: injection/sql-string-build-csharp
            using SqlCommand command = new($"SELECT * FROM orders WHERE name = '{name}'", _connection);
            return Ok(command.ExecuteScalar());
        }

        [HttpGet]
        public IActionResult Initialised([FromQuery] string name)
        {
            // ruleid: injection/sql-string-build-csharp
            var command = new SqlCommand { CommandText = "SELECT * FROM orders WHERE name = '" + name + "'" };
            return Ok(command.ExecuteScalar());
        }

        [HttpGet]
        public IActionResult Named([FromQuery] string name)
        {
            // ruleid: injection/sql-string-build-csharp
            var command = new System.Data.SqlClient.SqlCommand("SELECT * FROM orders WHERE name = '" + name + "'");
            return Ok(command.ExecuteScalar());
        }

        [HttpGet]
        public IActionResult Bound([FromQuery] string name)
        {
            // ok: injection/sql-string-build-csharp
            using SqlCommand command = new("SELECT * FROM orders WHERE name = @name", _connection);
            command.Parameters.AddWithValue("@name", name);
            return Ok(command.ExecuteScalar());
        }

        [HttpGet]
        public IActionResult Other([FromQuery] string name)
        {
            // ok: injection/sql-string-build-csharp
            OrderQuery query = new("name = " + name);
            // ok: injection/sql-string-build-csharp
            var view = new OrderView { Title = "SELECT " + name };
            // ok: injection/sql-string-build-csharp
            var command = new SqlCommand { CommandText = "SELECT * FROM orders" };
            return Ok(view);
        }
    }
}
