use openssl::symm::{encrypt, Cipher};

fn ecb(key: &[u8], data: &[u8]) -> Vec<u8> {
    // ruleid: tokens/weak-cipher-rust
    encrypt(Cipher::aes_128_ecb(), key, None, data).unwrap()
}

fn des(key: &[u8], iv: &[u8], data: &[u8]) -> Vec<u8> {
    // ruleid: tokens/weak-cipher-rust
    encrypt(Cipher::des_cbc(), key, Some(iv), data).unwrap()
}

fn stream(key: &[u8]) {
    // ruleid: tokens/weak-cipher-rust
    let mut cipher = Rc4::new(key.into());
}

fn blocks(key: &[u8]) {
    // ruleid: tokens/weak-cipher-rust
    let cipher = ecb::Encryptor::<aes::Aes128>::new(key.into());
    // ruleid: tokens/weak-cipher-rust
    let cipher = cbc::Encryptor::<des::TdesEde3>::new(key.into(), iv.into());
}

fn fine(key: &[u8], iv: &[u8], data: &[u8]) {
    // ok: tokens/weak-cipher-rust
    encrypt(Cipher::aes_256_cbc(), key, Some(iv), data).unwrap();
    // ok: tokens/weak-cipher-rust
    let cipher = Cipher::chacha20_poly1305();
    // ok: tokens/weak-cipher-rust
    let cipher = Aes256Gcm::new(key.into());
    // ok: tokens/weak-cipher-rust
    let cipher = cbc::Encryptor::<aes::Aes256>::new(key.into(), iv.into());
}
