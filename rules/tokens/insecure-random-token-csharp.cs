public class Tokens
{
    public void Create(Random random)
    {
        // ruleid: tokens/insecure-random-token-csharp
        var token = new Random().Next().ToString("x");
        // ruleid: tokens/insecure-random-token-csharp
        var otp = Random.Shared.Next(100000, 999999);
        // ruleid: tokens/insecure-random-token-csharp
        var apiKey = random.NextInt64().ToString();
        // ruleid: tokens/insecure-random-token-csharp
        var resetToken = "r" + new Random(1).Next();
        // ruleid: tokens/insecure-random-token-csharp
        var sessionId = random.Next();
        // ruleid: tokens/insecure-random-token-csharp
        var nonce = Random.Shared.NextInt64();
        // ok: tokens/insecure-random-token-csharp
        var secureToken = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        // ok: tokens/insecure-random-token-csharp
        var code = RandomNumberGenerator.GetInt32(100000, 1000000);
        // ok: tokens/insecure-random-token-csharp
        var delay = random.Next(100);
        // ok: tokens/insecure-random-token-csharp
        var jitter = Random.Shared.NextDouble();
        // ok: tokens/insecure-random-token-csharp
        var csrfToken = Guid.NewGuid().ToString();
        // ok: tokens/insecure-random-token-csharp
        var colour = colours[random.Next(5)];
    }
}

class Named
{
    string GenerateToken(Random random)
    {
        // ruleid: tokens/insecure-random-token-csharp
        return new string(Enumerable.Repeat(Chars, 32).Select(s => s[random.Next(s.Length)]).ToArray());
    }

    string PickColor(Random random)
    {
        // ok: tokens/insecure-random-token-csharp
        return Colors[random.Next(Colors.Length)];
    }
}
