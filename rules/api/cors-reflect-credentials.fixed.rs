fn listed() {
    let cors = actix_cors::Cors::default().allowed_origin("https://app.example.com").supports_credentials();
}
