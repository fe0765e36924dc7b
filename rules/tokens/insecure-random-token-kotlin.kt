import java.security.SecureRandom
import kotlin.random.Random

fun login(): String {
    // ruleid: tokens/insecure-random-token-kotlin
    val token = Random.nextLong().toString(16)
    return token
}

fun sessionToken(): String {
    val letters = ('a'..'z').toList()
    // ruleid: tokens/insecure-random-token-kotlin
    return (1..32).map { letters[Random.nextInt(letters.size)] }.joinToString("")
}

fun mail(user: User) {
    // ruleid: tokens/insecure-random-token-kotlin
    val resetCode = java.util.Random().nextInt(1_000_000)
    send(user, resetCode)
}

fun secureToken(): String {
    val bytes = ByteArray(32)
    // ok: tokens/insecure-random-token-kotlin
    SecureRandom().nextBytes(bytes)
    return bytes.joinToString("")
}

fun colour(): Int {
    // ok: tokens/insecure-random-token-kotlin
    val shade = Random.nextInt(256)
    return shade
}

fun pause() {
    // ok: tokens/insecure-random-token-kotlin
    Thread.sleep(Random.nextLong(100, 200))
}
