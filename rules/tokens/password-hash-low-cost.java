import javax.crypto.spec.PBEKeySpec;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class Passwords {
    void low(char[] password, byte[] salt) {
        // ruleid: tokens/password-hash-low-cost
        new PBEKeySpec(password, salt, 100, 256);
        // ruleid: tokens/password-hash-low-cost
        new BCryptPasswordEncoder(4);
        // ruleid: tokens/password-hash-low-cost
        BCrypt.gensalt(6);
    }

    void high(char[] password, byte[] salt) {
        // ok: tokens/password-hash-low-cost
        new PBEKeySpec(password, salt, 600000, 256);
        // ok: tokens/password-hash-low-cost
        new BCryptPasswordEncoder(12);
        // ok: tokens/password-hash-low-cost
        new BCryptPasswordEncoder();
        // ok: tokens/password-hash-low-cost
        BCrypt.gensalt(12);
    }
}
