using System.Security.Cryptography;

public class Tokens
{
    public string SessionToken() => Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    public string LoginCode()
    {
        int code = RandomNumberGenerator.GetInt32(100000, 1000000);
        return code.ToString();
    }
}
