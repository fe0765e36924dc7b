use aes_gcm::{aead::{Aead, AeadCore, KeyInit, OsRng}, Aes256Gcm, Key, Nonce};

fn seal(cipher: &Aes256Gcm, data: &[u8]) -> Vec<u8> {
    // ruleid: tokens/static-iv-key-rust
    let nonce = Nonce::from_slice(b"unique nonce");
    cipher.encrypt(nonce, data).unwrap()
}

fn key() -> Aes256Gcm {
    // ruleid: tokens/static-iv-key-rust
    Aes256Gcm::new_from_slice(b"an example very very secret key.").unwrap()
}

fn zero(cipher: &Aes256Gcm, data: &[u8]) -> Vec<u8> {
    // ruleid: tokens/static-iv-key-rust
    cipher.encrypt(Nonce::from_slice(&[0u8; 12]), data).unwrap()
}

fn fresh(cipher: &Aes256Gcm, data: &[u8]) -> Vec<u8> {
    // ok: tokens/static-iv-key-rust
    let nonce = Aes256Gcm::generate_nonce(&mut OsRng);
    cipher.encrypt(&nonce, data).unwrap()
}

fn given(key: &[u8]) -> Aes256Gcm {
    // ok: tokens/static-iv-key-rust
    Aes256Gcm::new_from_slice(key).unwrap()
}

fn open(cipher: &Aes256Gcm, message: &[u8]) -> Vec<u8> {
    // ok: tokens/static-iv-key-rust
    cipher.decrypt(Nonce::from_slice(&message[..12]), &message[12..]).unwrap()
}
