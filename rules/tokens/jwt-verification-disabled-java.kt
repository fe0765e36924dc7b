import com.auth0.jwt.JWT
import com.auth0.jwt.algorithms.Algorithm
import io.jsonwebtoken.Jwts

fun sign(): String =
    // ruleid: tokens/jwt-verification-disabled-java
    JWT.create().withSubject("u").sign(Algorithm.none())

fun check(token: String) {
    // ruleid: tokens/jwt-verification-disabled-java
    JWT.require(Algorithm.none()).build().verify(token)
    // ruleid: tokens/jwt-verification-disabled-java
    Jwts.parser().unsecured().build().parseUnsecuredClaims(token)
}

fun fine(token: String, key: ByteArray) {
    // ok: tokens/jwt-verification-disabled-java
    JWT.create().withSubject("u").sign(Algorithm.HMAC256(key))
    // ok: tokens/jwt-verification-disabled-java
    JWT.require(Algorithm.HMAC256(key)).build().verify(token)
    // ok: tokens/jwt-verification-disabled-java
    Jwts.parser().verifyWith(publicKey).build().parseSignedClaims(token)
}
