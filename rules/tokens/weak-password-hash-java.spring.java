import org.springframework.security.crypto.password.*;

class Encoders {
    PasswordEncoder plain() {
        // ruleid: tokens/weak-password-hash-java
        return NoOpPasswordEncoder.getInstance();
    }

    PasswordEncoder digest() {
        // ruleid: tokens/weak-password-hash-java
        return new MessageDigestPasswordEncoder("MD5");
    }

    PasswordEncoder slow() {
        // ok: tokens/weak-password-hash-java
        return new BCryptPasswordEncoder(12);
    }

    PasswordEncoder all(Map<String, PasswordEncoder> encoders) {
        // ok: tokens/weak-password-hash-java
        encoders.put("noop", NoOpPasswordEncoder.getInstance());
        return new DelegatingPasswordEncoder("bcrypt", encoders);
    }
}
