using Microsoft.AspNetCore.Http;

class Login
{
    public void SignIn(HttpResponse response, string token)
    {
        var options = new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromHours(1) };
        response.Cookies.Append("auth_token", token, options);
    }
}
