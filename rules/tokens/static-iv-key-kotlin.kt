import java.security.SecureRandom
import javax.crypto.Cipher
import javax.crypto.spec.GCMParameterSpec
import javax.crypto.spec.IvParameterSpec
import javax.crypto.spec.SecretKeySpec

fun key(): SecretKeySpec {
    // ruleid: tokens/static-iv-key-kotlin
    return SecretKeySpec("0123456789abcdef".toByteArray(), "AES")
}

fun zero(): IvParameterSpec {
    val iv = ByteArray(16)
    // ruleid: tokens/static-iv-key-kotlin
    return IvParameterSpec(iv)
}

fun listed(cipher: Cipher, key: SecretKeySpec) {
    // ruleid: tokens/static-iv-key-kotlin
    cipher.init(Cipher.ENCRYPT_MODE, key, GCMParameterSpec(128, byteArrayOf(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)))
}

fun fresh(): IvParameterSpec {
    val iv = ByteArray(16)
    SecureRandom().nextBytes(iv)
    // ok: tokens/static-iv-key-kotlin
    return IvParameterSpec(iv)
}

fun filled(random: SecureRandom): GCMParameterSpec {
    val nonce = ByteArray(12).also { random.nextBytes(it) }
    // ok: tokens/static-iv-key-kotlin
    return GCMParameterSpec(128, nonce)
}

fun given(key: ByteArray): SecretKeySpec {
    // ok: tokens/static-iv-key-kotlin
    return SecretKeySpec(key, "AES")
}

fun read(message: ByteArray): IvParameterSpec {
    val iv = ByteArray(16)
    System.arraycopy(message, 0, iv, 0, 16)
    // ok: tokens/static-iv-key-kotlin
    return IvParameterSpec(iv)
}
