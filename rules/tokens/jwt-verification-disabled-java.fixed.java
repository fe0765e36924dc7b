import io.jsonwebtoken.Jwts;
import javax.crypto.SecretKey;

class Tokens {
  String subject(String token, SecretKey key) {
    return Jwts.parser().verifyWith(key).build().parseSignedClaims(token).getPayload().getSubject();
  }
}
