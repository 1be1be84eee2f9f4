using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.SqlClient;

public class MembersController : Controller
{
    private readonly SqlConnection _connection;
    private readonly MembersContext _context;

    public IActionResult Find()
    {
        string name = Request.Query["name"];
        // ruleid: csharp.injection.sql-request
        var command = new SqlCommand("SELECT id, email FROM members WHERE name = '" + name + "'", _connection);
        return Ok(command.ExecuteScalar());
    }

    public IActionResult OfTown(string town)
    {
        var command = _connection.CreateCommand();
        // ruleid: csharp.injection.sql-request
        command.CommandText = $"SELECT name FROM members WHERE town = '{town}'";
        return Ok(command.ExecuteScalar());
    }

    public IActionResult Sorted(string column)
    {
        var sql = string.Format("SELECT * FROM members ORDER BY {0}", column);
        // ruleid: csharp.injection.sql-request
        return Ok(_context.Members.FromSqlRaw(sql));
    }

    public IActionResult FindSafely(string name)
    {
        // ok: csharp.injection.sql-request
        var command = new SqlCommand("SELECT id, email FROM members WHERE name = @name", _connection);
        command.Parameters.AddWithValue("@name", name);
        return Ok(command.ExecuteScalar());
    }

    public IActionResult ByNumber(string number)
    {
        int id = int.Parse(number);
        // ok: csharp.injection.sql-request
        var command = new SqlCommand("SELECT email FROM members WHERE id = " + id, _connection);
        return Ok(command.ExecuteScalar());
    }

    public IActionResult SortedSafely(string column)
    {
        if (!Columns.Contains(column))
        {
            return BadRequest();
        }
        // ok: csharp.injection.sql-request
        return Ok(_context.Members.FromSqlRaw("SELECT * FROM members ORDER BY " + column));
    }
}

public class MembersController : Controller
{
    private readonly MemberService _members;
    private readonly IDbConnection _connection;

    public async Task<IActionResult> Find(string query)
    {
        // ok: csharp.injection.sql-request
        var found = await _members.QueryAsync(query, 10);
        // ruleid: csharp.injection.sql-request
        return Ok(await _connection.QueryAsync("SELECT name FROM members WHERE " + query));
    }
}

public partial class OrdersPage : System.Web.UI.Page
{
    protected void Find_Click(object sender, EventArgs e)
    {
        // ruleid: csharp.injection.sql-request
        var find = new SqlCommand("SELECT total FROM orders WHERE number = '" + txtNumber.Text + "'", connection);
        // ok: csharp.injection.sql-request
        var title = new SqlCommand("SELECT total FROM orders WHERE title = '" + lblTitle.Text + "'", connection);
    }
}
