using System.Security.Cryptography;

class Passwords
{
    void Low(string password, byte[] salt)
    {
        // ruleid: tokens/password-hash-low-cost
        var a = new Rfc2898DeriveBytes(password, salt, 1000, HashAlgorithmName.SHA256);
        // ruleid: tokens/password-hash-low-cost
        var b = new Rfc2898DeriveBytes(password, salt);
        // ruleid: tokens/password-hash-low-cost
        var c = BCrypt.Net.BCrypt.HashPassword(password, 4);
        // ruleid: tokens/password-hash-low-cost
        var d = BCrypt.Net.BCrypt.HashPassword(password, workFactor: 5);
    }

    void High(string password, byte[] salt)
    {
        // ok: tokens/password-hash-low-cost
        var a = new Rfc2898DeriveBytes(password, salt, 600000, HashAlgorithmName.SHA256);
        // ok: tokens/password-hash-low-cost
        var b = BCrypt.Net.BCrypt.HashPassword(password);
        // ok: tokens/password-hash-low-cost
        var c = BCrypt.Net.BCrypt.HashPassword(password, 12);
    }
}
