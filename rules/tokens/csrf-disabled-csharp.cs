class Accounts : Controller {
  // ruleid: tokens/csrf-disabled-csharp
  [IgnoreAntiforgeryToken]
  public IActionResult Transfer(TransferModel model) {
    return View();
  }
  // ok: tokens/csrf-disabled-csharp
  [ValidateAntiForgeryToken]
  public IActionResult Safe(TransferModel model) {
    return View();
  }
  // ok: tokens/csrf-disabled-csharp
  [IgnoreAntiforgeryToken]
  public IActionResult StripeWebhook() {
    return Ok(Check(Request.Headers["Stripe-Signature"]));
  }
}
