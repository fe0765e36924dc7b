use md5::{Digest, Md5};
use sha1::Sha1;

fn short(password: &str) -> String {
    // ruleid: tokens/weak-password-hash-rust
    format!("{:x}", md5::compute(password))
}

fn fast(password: &str) -> Vec<u8> {
    let mut hasher = Sha1::new();
    // ruleid: tokens/weak-password-hash-rust
    hasher.update(password.as_bytes());
    hasher.finalize().to_vec()
}

fn login(form: &Login) -> Vec<u8> {
    // ruleid: tokens/weak-password-hash-rust
    Sha256::digest(form.password.as_bytes()).to_vec()
}

fn object(data: &[u8]) -> Vec<u8> {
    let mut hasher = Sha1::new();
    // ok: tokens/weak-password-hash-rust
    hasher.update(data);
    hasher.finalize().to_vec()
}

fn slow(password: &str, salt: &SaltString) -> String {
    // ok: tokens/weak-password-hash-rust
    Argon2::default().hash_password(password.as_bytes(), salt).unwrap().to_string()
}

fn sum(file: &[u8]) -> String {
    // ok: tokens/weak-password-hash-rust
    format!("{:x}", md5::compute(file))
}
