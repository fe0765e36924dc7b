public class Users
{
    public void Register(string password, User user, SHA256 sha)
    {
        // ruleid: tokens/weak-password-hash-csharp
        var a = MD5.HashData(Encoding.UTF8.GetBytes(password));
        // ruleid: tokens/weak-password-hash-csharp
        var b = SHA256.HashData(Encoding.UTF8.GetBytes(user.Password));
        // ruleid: tokens/weak-password-hash-csharp
        var c = sha.ComputeHash(Encoding.UTF8.GetBytes(password));
        // ruleid: tokens/weak-password-hash-csharp
        var d = SHA1.Create().ComputeHash(Encoding.ASCII.GetBytes(password));
        // ruleid: tokens/weak-password-hash-csharp
        var e = Convert.ToHexString(SHA512.HashData(Encoding.UTF8.GetBytes(newPassword)));
        // ruleid: tokens/weak-password-hash-csharp
        var f = sha.ComputeHash(Encoding.Unicode.GetBytes(model.Password));
        // ok: tokens/weak-password-hash-csharp
        var g = new PasswordHasher<User>().HashPassword(user, password);
        // ok: tokens/weak-password-hash-csharp
        var h = SHA256.HashData(Encoding.UTF8.GetBytes(token));
        // ok: tokens/weak-password-hash-csharp
        var i = sha.ComputeHash(stream);
        // ok: tokens/weak-password-hash-csharp
        var j = BCrypt.Net.BCrypt.HashPassword(password, 12);
        // ok: tokens/weak-password-hash-csharp
        var k = SHA256.HashData(Encoding.UTF8.GetBytes(passwordResetToken));
        // ok: tokens/weak-password-hash-csharp
        var l = MD5.HashData(Encoding.UTF8.GetBytes(email));
    }
}
