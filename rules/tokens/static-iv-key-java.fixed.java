package com.example.box;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

class Box {
  private final SecretKeySpec key = new SecretKeySpec(HexFormat.of().parseHex(System.getenv("DATA_KEY")), "AES");

  byte[] seal(byte[] data) throws GeneralSecurityException {
    byte[] iv = new byte[12];
    new SecureRandom().nextBytes(iv);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, iv));
    byte[] body = cipher.doFinal(data);
    return ByteBuffer.allocate(iv.length + body.length).put(iv).put(body).array();
  }
}
