package com.example.box;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

class Box {
  byte[] seal(SecretKey key, byte[] data) throws GeneralSecurityException {
    byte[] nonce = new byte[12];
    new SecureRandom().nextBytes(nonce);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
    byte[] body = cipher.doFinal(data);
    byte[] sealed = new byte[nonce.length + body.length];
    System.arraycopy(nonce, 0, sealed, 0, nonce.length);
    System.arraycopy(body, 0, sealed, nonce.length, body.length);
    return sealed;
  }
}
