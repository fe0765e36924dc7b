import javax.crypto.spec.PBEKeySpec
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder

fun low(password: CharArray, salt: ByteArray) {
    // ruleid: tokens/password-hash-low-cost
    PBEKeySpec(password, salt, 1000, 256)
    // ruleid: tokens/password-hash-low-cost
    BCryptPasswordEncoder(4)
    // ruleid: tokens/password-hash-low-cost
    BCrypt.gensalt(5)
}

fun high(password: CharArray, salt: ByteArray) {
    // ok: tokens/password-hash-low-cost
    PBEKeySpec(password, salt, 600000, 256)
    // ok: tokens/password-hash-low-cost
    BCryptPasswordEncoder(12)
    // ok: tokens/password-hash-low-cost
    BCrypt.gensalt(12)
}
