using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

class Login
{
    private readonly IPasswordHasher<User> _hasher;
    private readonly IUserStore _users;

    public Login(IPasswordHasher<User> hasher, IUserStore users)
    {
        _hasher = hasher;
        _users = users;
    }

    public bool Check(string name, string password)
    {
        var user = _users.Find(name);
        return user != null && _hasher.VerifyHashedPassword(user, user.Hash, password) == PasswordVerificationResult.Success;
    }

    public bool HasAdminKey(string sent)
    {
        var expected = Environment.GetEnvironmentVariable("ADMIN_KEY")!;
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), Encoding.UTF8.GetBytes(expected));
    }
}
