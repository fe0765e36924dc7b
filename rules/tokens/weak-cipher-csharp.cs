using System.Security.Cryptography;

class Crypt
{
    void Weak(byte[] key, byte[] data)
    {
        // ruleid: tokens/weak-cipher-csharp
        using var des = DES.Create();
        // ruleid: tokens/weak-cipher-csharp
        var triple = new TripleDESCryptoServiceProvider();
        using var aes = Aes.Create();
        // ruleid: tokens/weak-cipher-csharp
        aes.Mode = CipherMode.ECB;
        // ruleid: tokens/weak-cipher-csharp
        var text = aes.EncryptEcb(data, PaddingMode.PKCS7);
    }

    void Strong(byte[] key, byte[] data)
    {
        // ok: tokens/weak-cipher-csharp
        using var gcm = new AesGcm(key, 16);
        // ok: tokens/weak-cipher-csharp
        using var aes = Aes.Create();
        // ok: tokens/weak-cipher-csharp
        aes.Mode = CipherMode.CBC;
        // ok: tokens/weak-cipher-csharp
        using var rsa = RSA.Create(3072);
    }
}
