import java.security.SecureRandom
import javax.crypto.spec.IvParameterSpec

fun fresh(): IvParameterSpec {
    val iv = ByteArray(16)
    SecureRandom().nextBytes(iv)
    return IvParameterSpec(iv)
}
