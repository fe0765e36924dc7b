import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.NullCipher;

class Keys {
    void weak() throws Exception {
        // ruleid: tokens/weak-cipher-java
        KeyGenerator.getInstance("DES");
        // ruleid: tokens/weak-cipher-java
        KeyGenerator.getInstance("Blowfish");
        // ruleid: tokens/weak-cipher-java
        new NullCipher();
        // ruleid: tokens/weak-cipher-java
        Cipher.getInstance("RSA/ECB/NoPadding");
    }

    void strong() throws Exception {
        // ok: tokens/weak-cipher-java
        KeyGenerator.getInstance("AES");
        // ok: tokens/weak-cipher-java
        Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
        // ok: tokens/weak-cipher-java
        Cipher.getInstance("ChaCha20-Poly1305");
    }
}
