package com.example.crypt;

import javax.crypto.*;

class Crypt {
  private static final String ALGORITHM = "AES/ECB/PKCS5Padding";

  void weak(String name) throws Exception {
    // ruleid: tokens/weak-cipher-java
    Cipher a = Cipher.getInstance("DES/CBC/PKCS5Padding");
    // ruleid: tokens/weak-cipher-java
    Cipher b = Cipher.getInstance("AES");
    // ruleid: tokens/weak-cipher-java
    Cipher c = Cipher.getInstance(ALGORITHM);
    // ruleid: tokens/weak-cipher-java
    Cipher d = javax.crypto.Cipher.getInstance("DESede/ECB/PKCS5Padding", "SunJCE");
    // ruleid: tokens/weak-cipher-java
    Cipher e = Cipher.getInstance("RC4");
  }

  void strong(String name) throws Exception {
    // ok: tokens/weak-cipher-java
    Cipher a = Cipher.getInstance("AES/GCM/NoPadding");
    // ok: tokens/weak-cipher-java
    Cipher b = Cipher.getInstance("ChaCha20-Poly1305");
    // ok: tokens/weak-cipher-java
    Cipher c = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
    // ok: tokens/weak-cipher-java
    Cipher d = Cipher.getInstance(name);
    // ok: tokens/weak-cipher-java
    Cipher e = Cipher.getInstance("AESWrap");
  }
}
