package com.example.accounts;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class Accounts {
  String hash(String password) {
    return new BCryptPasswordEncoder(12).encode(password);
  }

  String hashArgon(String password) {
    return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(password);
  }
}
