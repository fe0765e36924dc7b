using System.Security.Cryptography;

class Crypt
{
    private static readonly byte[] Key = Encoding.UTF8.GetBytes("0123456789abcdef");

    void Weak(byte[] data, byte[] key)
    {
        using var aes = Aes.Create();
        // ruleid: tokens/static-iv-key-csharp
        aes.Key = Key;
        // ruleid: tokens/static-iv-key-csharp
        aes.IV = Key;
        var iv = Encoding.UTF8.GetBytes("abcdef0123456789");
        // ruleid: tokens/static-iv-key-csharp
        var encryptor = aes.CreateEncryptor(key, iv);
        // ruleid: tokens/static-iv-key-csharp
        var gcm = new AesGcm(Encoding.ASCII.GetBytes("0123456789abcdef"), 16);
    }

    void Strong(byte[] data, byte[] key, IConfiguration configuration)
    {
        using var aes = Aes.Create();
        // ok: tokens/static-iv-key-csharp
        aes.Key = Convert.FromBase64String(configuration["DataKey"]);
        aes.GenerateIV();
        // ok: tokens/static-iv-key-csharp
        var encryptor = aes.CreateEncryptor(key, aes.IV);
        var nonce = RandomNumberGenerator.GetBytes(12);
        // ok: tokens/static-iv-key-csharp
        gcm.Encrypt(nonce, data, cipher, tag);
        // ok: tokens/static-iv-key-csharp
        var other = new AesGcm(key, 16);
    }
}
