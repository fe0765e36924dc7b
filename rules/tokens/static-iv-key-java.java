package com.example.crypt;

import javax.crypto.spec.*;

class Crypt {
  private static final String KEY = "MySecretKey12345";
  private static final byte[] IV = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

  void weak(Cipher cipher) throws Exception {
    // ruleid: tokens/static-iv-key-java
    SecretKeySpec a = new SecretKeySpec(KEY.getBytes(), "AES");
    // ruleid: tokens/static-iv-key-java
    IvParameterSpec b = new IvParameterSpec("1234567890123456".getBytes(StandardCharsets.UTF_8));
    // ruleid: tokens/static-iv-key-java
    GCMParameterSpec c = new GCMParameterSpec(128, IV);
    byte[] zeros = new byte[16];
    // ruleid: tokens/static-iv-key-java
    IvParameterSpec d = new IvParameterSpec(zeros);
  }

  void strong(Cipher cipher, byte[] key, ByteBuffer message) throws Exception {
    byte[] iv = new byte[12];
    new SecureRandom().nextBytes(iv);
    // ok: tokens/static-iv-key-java
    GCMParameterSpec a = new GCMParameterSpec(128, iv);
    byte[] stored = new byte[16];
    message.get(stored);
    // ok: tokens/static-iv-key-java
    IvParameterSpec b = new IvParameterSpec(stored);
    // ok: tokens/static-iv-key-java
    SecretKeySpec c = new SecretKeySpec(key, "AES");
    // ok: tokens/static-iv-key-java
    SecretKeySpec d = new SecretKeySpec(System.getenv("DATA_KEY").getBytes(), "AES");
  }
}
