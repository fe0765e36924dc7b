use jsonwebtoken::{decode, Algorithm, DecodingKey, Validation};

fn read(token: &str, key: &[u8]) -> Claims {
    decode::<Claims>(token, &DecodingKey::from_secret(key), &Validation::new(Algorithm::HS256)).unwrap().claims
}
