using System;
using System.Security.Cryptography;

public class Codes
{
    public string ResetToken()
    {
        var random = new Random();
        // ruleid: csharp.crypto.insecure-random
        return random.Next(100000, 999999).ToString();
    }

    public void NewSession(Visitor visitor)
    {
        // ruleid: csharp.crypto.insecure-random
        var sessionId = new Random().NextInt64();
        visitor.Session = sessionId;
    }

    public string Password()
    {
        // ruleid: csharp.crypto.insecure-random
        return "p" + Random.Shared.Next();
    }

    public int Dice()
    {
        var random = new Random();
        // ok: csharp.crypto.insecure-random
        return random.Next(1, 7);
    }

    public string SafeToken()
    {
        // ok: csharp.crypto.insecure-random
        return Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
    }

    public int SafePin()
    {
        // ok: csharp.crypto.insecure-random
        return RandomNumberGenerator.GetInt32(0, 1000000);
    }
}
