use jsonwebtoken::{decode, encode, DecodingKey, EncodingKey, Header, Validation};

const SECRET: &str = "purple-monkey-dishwasher";

fn sign(claims: &Claims) -> String {
    // ruleid: tokens/jwt-literal-key
    encode(&Header::default(), claims, &EncodingKey::from_secret("purple-monkey".as_ref())).unwrap()
}

fn again(claims: &Claims) -> String {
    // ruleid: tokens/jwt-literal-key
    encode(&Header::default(), claims, &EncodingKey::from_secret(SECRET.as_bytes())).unwrap()
}

fn read(token: &str) -> Claims {
    // ruleid: tokens/jwt-literal-key
    decode::<Claims>(token, &DecodingKey::from_secret(b"purple-monkey"), &Validation::default()).unwrap().claims
}

fn fine(claims: &Claims, key: &[u8]) -> String {
    // ok: tokens/jwt-literal-key
    encode(&Header::default(), claims, &EncodingKey::from_secret(key)).unwrap()
}

fn environment(claims: &Claims) -> String {
    // ok: tokens/jwt-literal-key
    encode(&Header::default(), claims, &EncodingKey::from_secret(env::var("JWT_KEY").unwrap().as_bytes())).unwrap()
}

fn pair(claims: &Claims, pem: &[u8]) -> String {
    // ok: tokens/jwt-literal-key
    encode(&Header::new(Algorithm::RS256), claims, &EncodingKey::from_rsa_pem(pem).unwrap()).unwrap()
}
