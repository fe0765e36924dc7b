using Microsoft.AspNetCore.Identity;

public class Accounts
{
    public string Hash(User user, string password) => new PasswordHasher<User>().HashPassword(user, password);

    public string HashSlow(string password) => BCrypt.Net.BCrypt.HashPassword(password, 12);
}
