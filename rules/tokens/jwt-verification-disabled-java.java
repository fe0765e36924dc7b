import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import io.jsonwebtoken.Jwts;

class Tokens {
  String subject(String token) {
    DecodedJWT jwt = JWT.decode(token);
    // ruleid: tokens/jwt-verification-disabled-java
    return jwt.getSubject();
  }

  String role(String token) {
    // ruleid: tokens/jwt-verification-disabled-java
    return JWT.decode(token).getClaim("role").asString();
  }

  Object parse(String token) {
    // ruleid: tokens/jwt-verification-disabled-java
    return Jwts.parser().setSigningKey(key).parse(token);
  }

  String unsigned() {
    // ruleid: tokens/jwt-verification-disabled-java
    return JWT.create().withSubject("a").sign(Algorithm.none());
  }

  String verified(String token) {
    // ok: tokens/jwt-verification-disabled-java
    return Jwts.parser().verifyWith(key).build().parseSignedClaims(token).getPayload().getSubject();
  }

  String choose(String token) {
    DecodedJWT jwt = JWT.decode(token);
    // ok: tokens/jwt-verification-disabled-java
    Algorithm a = keyFor(jwt.getClaim("iss").asString());
    DecodedJWT checked = JWT.require(a).build().verify(token);
    return checked.getSubject();
  }

  Object date(String text) {
    // ok: tokens/jwt-verification-disabled-java
    return formatter.parse(text);
  }
}
