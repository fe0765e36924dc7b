use pbkdf2::pbkdf2_hmac;
use sha2::Sha256;

fn low(password: &str, salt: &[u8], key: &mut [u8]) {
    // ruleid: tokens/password-hash-low-cost
    bcrypt::hash(password, 4).unwrap();
    // ruleid: tokens/password-hash-low-cost
    pbkdf2_hmac::<Sha256>(password.as_bytes(), salt, 1000, key);
    // ruleid: tokens/password-hash-low-cost
    pbkdf2_hmac::<Sha256>(password.as_bytes(), salt, 4_096, key);
}

fn high(password: &str, salt: &[u8], key: &mut [u8], rounds: u32) {
    // ok: tokens/password-hash-low-cost
    bcrypt::hash(password, bcrypt::DEFAULT_COST).unwrap();
    // ok: tokens/password-hash-low-cost
    pbkdf2_hmac::<Sha256>(password.as_bytes(), salt, 600_000, key);
    // ok: tokens/password-hash-low-cost
    pbkdf2_hmac::<Sha256>(password.as_bytes(), salt, rounds, key);
}
