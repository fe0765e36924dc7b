import com.auth0.jwt.algorithms.Algorithm;
import io.jsonwebtoken.*;
import io.jsonwebtoken.security.Keys;

class Tokens {
  private static final String SECRET = "an example signing key of mine";

  void sign(String configured) {
    // ruleid: tokens/jwt-literal-key
    Algorithm a = Algorithm.HMAC256("an example signing key");
    // ruleid: tokens/jwt-literal-key
    Algorithm b = Algorithm.HMAC256(SECRET);
    // ruleid: tokens/jwt-literal-key
    var c = Keys.hmacShaKeyFor("an example signing key of some length".getBytes());
    // ruleid: tokens/jwt-literal-key
    Jwts.builder().signWith(SignatureAlgorithm.HS256, "bXktc2VjcmV0LWtleQ");
    // ok: tokens/jwt-literal-key
    Algorithm d = Algorithm.HMAC256(configured);
    // ok: tokens/jwt-literal-key
    Algorithm e = Algorithm.HMAC256(System.getenv("JWT_KEY"));
    // ok: tokens/jwt-literal-key
    var f = Keys.hmacShaKeyFor(configured.getBytes());
  }
}
