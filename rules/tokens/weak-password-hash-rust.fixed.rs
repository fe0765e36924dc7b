use argon2::{password_hash::{rand_core::OsRng, SaltString}, Argon2, PasswordHasher};

fn hash(password: &str) -> String {
    Argon2::default().hash_password(password.as_bytes(), &SaltString::generate(&mut OsRng)).unwrap().to_string()
}
