using System.Security.Cryptography;

public class Boxes
{
    public byte[] Old(byte[] data, byte[] key)
    {
        // ruleid: csharp.crypto.weak-cipher
        using var des = DES.Create();
        des.Key = key;
        return des.CreateEncryptor().TransformFinalBlock(data, 0, data.Length);
    }

    public SymmetricAlgorithm Older()
    {
        // ruleid: csharp.crypto.weak-cipher
        return new TripleDESCryptoServiceProvider();
    }

    public byte[] Blocks(byte[] data, byte[] key)
    {
        using var aes = Aes.Create();
        // ruleid: csharp.crypto.ecb
        aes.Mode = CipherMode.ECB;
        aes.Key = key;
        return aes.CreateEncryptor().TransformFinalBlock(data, 0, data.Length);
    }

    public byte[] BlocksAtOnce(Aes aes, byte[] data)
    {
        // ruleid: csharp.crypto.ecb
        return aes.EncryptEcb(data, PaddingMode.PKCS7);
    }

    public SymmetricAlgorithm BlocksByField()
    {
        // ruleid: csharp.crypto.ecb
        return new AesManaged { Mode = CipherMode.ECB };
    }

    public byte[] OneBlock(Aes aes, byte[] counter)
    {
        // ok: csharp.crypto.ecb
        aes.Mode = CipherMode.ECB;
        aes.Padding = PaddingMode.None;
        // ok: csharp.crypto.ecb
        return aes.EncryptEcb(counter, PaddingMode.None);
    }

    public SymmetricAlgorithm Oldest()
    {
        // ruleid: csharp.crypto.weak-cipher
        return new RC2CryptoServiceProvider();
    }

    public void Seal(byte[] key, byte[] nonce, byte[] data, byte[] cipher, byte[] tag)
    {
        // ok: csharp.crypto.weak-cipher
        using var aes = new AesGcm(key, 16);
        aes.Encrypt(nonce, data, cipher, tag);
    }

    public SymmetricAlgorithm Chained()
    {
        var aes = Aes.Create();
        // ok: csharp.crypto.weak-cipher
        // ok: csharp.crypto.ecb
        aes.Mode = CipherMode.CBC;
        return aes;
    }

    public SymmetricAlgorithm Plain()
    {
        // ok: csharp.crypto.weak-cipher
        // ok: csharp.crypto.ecb
        return Aes.Create();
    }
}
