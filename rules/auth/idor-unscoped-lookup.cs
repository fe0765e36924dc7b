using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

[ApiController]
[Authorize]
[Route("api")]
public class OrdersController : ControllerBase
{
    private readonly ShopContext _context;
    private readonly IAuthorizationService _authorization;

    [HttpGet("orders/{id}")]
    public async Task<IActionResult> Get(int id)
    {
        // ruleid: auth/idor-unscoped-lookup
        var order = await _context.Orders.FindAsync(id);
        return order is null ? NotFound() : Ok(order);
    }

    [HttpGet("orders/{id}/lines")]
    public async Task<IActionResult> Lines(int id)
    {
        var userId = User.FindFirstValue(ClaimTypes.NameIdentifier);
        // ok: auth/idor-unscoped-lookup
        var order = await _context.Orders.FirstOrDefaultAsync(o => o.Id == id && o.UserId == userId);
        return order is null ? NotFound() : Ok(order.Lines);
    }

    [HttpDelete("notes/{id}")]
    public async Task<IActionResult> DeleteNote(int id)
    {
        // ruleid: auth/idor-unscoped-lookup
        var note = await _context.Notes.FirstOrDefaultAsync(n => n.Id == id);
        _context.Notes.Remove(note);
        await _context.SaveChangesAsync();
        return NoContent();
    }

    [HttpPut("notes/{id}")]
    public async Task<IActionResult> PutNote(int id, Note input)
    {
        // ok: auth/idor-unscoped-lookup
        var note = await _context.Notes.FindAsync(id);
        if (note.UserId != User.FindFirstValue(ClaimTypes.NameIdentifier)) return Forbid();
        note.Text = input.Text;
        await _context.SaveChangesAsync();
        return Ok(note);
    }

    [HttpPost("invoices/{id}/pay")]
    public async Task<IActionResult> Pay(int id)
    {
        // ruleid: auth/idor-unscoped-lookup
        var invoice = await _context.Invoices.SingleOrDefaultAsync(i => i.Id == id);
        invoice.Paid = true;
        await _context.SaveChangesAsync();
        return Ok(invoice);
    }

    [HttpPost("invoices/{id}/void")]
    public async Task<IActionResult> Void(int id)
    {
        // ok: auth/idor-unscoped-lookup
        var invoice = await _context.Invoices.FindAsync(id);
        if (!(await _authorization.AuthorizeAsync(User, invoice, "Void")).Succeeded) return Forbid();
        invoice.Void = true;
        await _context.SaveChangesAsync();
        return Ok(invoice);
    }

    [HttpDelete("invoices/{id}")]
    [Authorize(Roles = "Admin")]
    public async Task<IActionResult> DeleteInvoice(int id)
    {
        // ok: auth/idor-unscoped-lookup
        _context.Remove(await _context.Invoices.FindAsync(id));
        await _context.SaveChangesAsync();
        return NoContent();
    }

    [HttpGet("products/{id}")]
    public async Task<IActionResult> Product(int id)
    {
        // ok: auth/idor-unscoped-lookup
        return Ok(await _context.Products.FindAsync(id));
    }

    [HttpGet("bookings/{bookingId:int}")]
    public async Task<IActionResult> Booking(int bookingId)
    {
        // ok: auth/idor-unscoped-lookup
        return Ok(await _context.Bookings.FindAsync(bookingId));
    }

    [AllowAnonymous]
    [HttpGet("orders/{id}/state")]
    public async Task<IActionResult> State(int id)
    {
        // ok: auth/idor-unscoped-lookup
        return Ok((await _context.Orders.FindAsync(id)).State);
    }
}
