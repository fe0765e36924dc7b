import java.security.KeyPairGenerator

fun short() {
    val generator = KeyPairGenerator.getInstance("RSA")
    // ruleid: tokens/rsa-key-short
    generator.initialize(1024)
    val old = KeyPairGenerator.getInstance("DSA")
    // ruleid: tokens/rsa-key-short
    old.initialize(1024, SecureRandom())
    val tiny = KeyPairGenerator.getInstance("RSA", "BC")
    // ruleid: tokens/rsa-key-short
    tiny.initialize(512)
}

fun long() {
    val generator = KeyPairGenerator.getInstance("RSA")
    // ok: tokens/rsa-key-short
    generator.initialize(3072)
    val curve = KeyPairGenerator.getInstance("EC")
    // ok: tokens/rsa-key-short
    curve.initialize(256)
    val given = KeyPairGenerator.getInstance("RSA")
    // ok: tokens/rsa-key-short
    given.initialize(bits)
}
