using System.Security.Cryptography;

class Keys {
  void Make() {
    // ruleid: tokens/rsa-key-short
    var a = RSA.Create(1024);
    // ruleid: tokens/rsa-key-short
    var b = new RSACryptoServiceProvider(512);
    // ok: tokens/rsa-key-short
    var c = RSA.Create(3072);
    // ok: tokens/rsa-key-short
    var d = RSA.Create();
  }
}
