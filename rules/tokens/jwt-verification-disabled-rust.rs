use jsonwebtoken::{decode, Algorithm, DecodingKey, Validation};

fn read(token: &str) -> Claims {
    let mut validation = Validation::default();
    // ruleid: tokens/jwt-verification-disabled-rust
    validation.insecure_disable_signature_validation();
    decode::<Claims>(token, &DecodingKey::from_secret(&[]), &validation).unwrap().claims
}

fn old(token: &str) -> Claims {
    // ruleid: tokens/jwt-verification-disabled-rust
    jsonwebtoken::dangerous_insecure_decode::<Claims>(token).unwrap().claims
}

fn new(token: &str) -> Claims {
    // ruleid: tokens/jwt-verification-disabled-rust
    jsonwebtoken::dangerous::insecure_decode::<Claims>(token).unwrap().claims
}

fn verified(token: &str, key: &[u8]) -> Claims {
    // ok: tokens/jwt-verification-disabled-rust
    let validation = Validation::new(Algorithm::HS256);
    // ok: tokens/jwt-verification-disabled-rust
    decode::<Claims>(token, &DecodingKey::from_secret(key), &validation).unwrap().claims
}

fn header(token: &str) -> Header {
    // ok: tokens/jwt-verification-disabled-rust
    jsonwebtoken::decode_header(token).unwrap()
}
