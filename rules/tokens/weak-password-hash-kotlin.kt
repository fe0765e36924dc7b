import java.security.MessageDigest

fun digest(password: String): ByteArray {
    val md = MessageDigest.getInstance("MD5")
    // ruleid: tokens/weak-password-hash-kotlin
    return md.digest(password.toByteArray())
}

fun hex(password: String): String =
    // ruleid: tokens/weak-password-hash-kotlin
    MessageDigest.getInstance("SHA-1").digest(password.toByteArray(Charsets.UTF_8)).joinToString("") { "%02x".format(it) }

fun store(user: User) {
    // ruleid: tokens/weak-password-hash-kotlin
    user.hash = DigestUtils.sha256Hex(user.password)
}

fun sum(file: ByteArray): ByteArray {
    val md = MessageDigest.getInstance("SHA-256")
    // ok: tokens/weak-password-hash-kotlin
    return md.digest(file)
}

fun slow(password: String): String {
    // ok: tokens/weak-password-hash-kotlin
    return BCryptPasswordEncoder(12).encode(password)
}

fun fingerprint(passwordHash: String): ByteArray {
    val md = MessageDigest.getInstance("SHA-256")
    // ok: tokens/weak-password-hash-kotlin
    return md.digest(passwordHash.toByteArray())
}
