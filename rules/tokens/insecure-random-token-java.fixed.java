package com.example.tokens;

import java.security.SecureRandom;
import java.util.Base64;

class Tokens {
  private static final SecureRandom RANDOM = new SecureRandom();

  String sessionToken() {
    byte[] b = new byte[32];
    RANDOM.nextBytes(b);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(b);
  }

  int loginCode() {
    int code = 100_000 + RANDOM.nextInt(900_000);
    return code;
  }
}
