using System.Security.Cryptography;

public static class Box
{
    public static byte[] Seal(byte[] key, byte[] data)
    {
        var nonce = RandomNumberGenerator.GetBytes(12);
        var cipher = new byte[data.Length];
        var tag = new byte[16];
        new AesGcm(key, 16).Encrypt(nonce, data, cipher, tag);
        return nonce.Concat(tag).Concat(cipher).ToArray();
    }
}
