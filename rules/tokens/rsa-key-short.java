import java.security.*;

class Keys {
  KeyPair weak() throws Exception {
    KeyPairGenerator g = KeyPairGenerator.getInstance("RSA");
    // ruleid: tokens/rsa-key-short
    g.initialize(1024);
    return g.generateKeyPair();
  }
  KeyPair strong() throws Exception {
    KeyPairGenerator g = KeyPairGenerator.getInstance("RSA");
    // ok: tokens/rsa-key-short
    g.initialize(3072);
    return g.generateKeyPair();
  }
  KeyPair curve() throws Exception {
    KeyPairGenerator g = KeyPairGenerator.getInstance("EC");
    // ok: tokens/rsa-key-short
    g.initialize(256);
    return g.generateKeyPair();
  }
}
