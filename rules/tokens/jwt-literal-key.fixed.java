package com.example.tokens;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.time.Instant;
import java.util.Objects;

class Tokens {
  private final Algorithm algorithm = Algorithm.HMAC256(Objects.requireNonNull(System.getenv("JWT_KEY"), "JWT_KEY is not set"));

  String sign(String subject) {
    return JWT.create().withSubject(subject).withExpiresAt(Instant.now().plusSeconds(900)).sign(algorithm);
  }
}
