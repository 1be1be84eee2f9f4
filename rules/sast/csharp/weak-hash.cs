using System.Security.Cryptography;

public class Digests
{
    public byte[] Password(byte[] password)
    {
        // ruleid: csharp.crypto.weak-hash
        using var md5 = MD5.Create();
        return md5.ComputeHash(password);
    }

    public byte[] Document(byte[] document)
    {
        // ruleid: csharp.crypto.weak-hash
        return SHA1.HashData(document);
    }

    public byte[] Legacy(byte[] data)
    {
        // ruleid: csharp.crypto.weak-hash
        return new SHA1CryptoServiceProvider().ComputeHash(data);
    }

    public byte[] Safe(byte[] document)
    {
        // ok: csharp.crypto.weak-hash
        return SHA256.HashData(document);
    }

    public byte[] Keyed(byte[] key, byte[] document)
    {
        // ok: csharp.crypto.weak-hash
        return new HMACSHA256(key).ComputeHash(document);
    }

    public HashAlgorithm Named()
    {
        // ok: csharp.crypto.weak-hash
        return HashAlgorithm.Create("SHA512");
    }
}
