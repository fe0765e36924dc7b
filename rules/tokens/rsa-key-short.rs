use openssl::rsa::Rsa;
use rsa::RsaPrivateKey;

const BITS: usize = 1024;

fn short(rng: &mut OsRng) {
    // ruleid: tokens/rsa-key-short
    RsaPrivateKey::new(rng, 1024).unwrap();
    // ruleid: tokens/rsa-key-short
    Rsa::generate(512).unwrap();
    // ruleid: tokens/rsa-key-short
    RsaPrivateKey::new(rng, BITS).unwrap();
}

fn long(rng: &mut OsRng, bits: usize) {
    // ok: tokens/rsa-key-short
    RsaPrivateKey::new(rng, 3072).unwrap();
    // ok: tokens/rsa-key-short
    Rsa::generate(4096).unwrap();
    // ok: tokens/rsa-key-short
    RsaPrivateKey::new(rng, bits).unwrap();
}
