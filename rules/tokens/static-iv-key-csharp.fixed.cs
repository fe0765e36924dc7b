using System.Security.Cryptography;

public class Box
{
    private readonly byte[] _key = Convert.FromHexString(Environment.GetEnvironmentVariable("DATA_KEY")!);

    public byte[] Seal(byte[] data)
    {
        var nonce = RandomNumberGenerator.GetBytes(12);
        var cipher = new byte[data.Length];
        var tag = new byte[16];
        using var gcm = new AesGcm(_key, 16);
        gcm.Encrypt(nonce, data, cipher, tag);
        return nonce.Concat(tag).Concat(cipher).ToArray();
    }

    public byte[] SealBlocks(byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = _key;
        aes.GenerateIV();
        return aes.IV.Concat(aes.EncryptCbc(data, aes.IV)).ToArray();
    }
}
