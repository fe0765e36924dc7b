use actix_cors::Cors;
use tower_http::cors::CorsLayer;

fn open() {
    // ruleid: api/cors-reflect-credentials
    let cors = Cors::permissive();
    // ruleid: api/cors-reflect-credentials
    let layer = CorsLayer::very_permissive();
    // ruleid: api/cors-reflect-credentials
    let own = Cors::default().allow_any_origin().allow_any_method().supports_credentials();
}

fn listed() {
    // ok: api/cors-reflect-credentials
    let cors = Cors::default().allowed_origin("https://app.example.com").supports_credentials();
    // ok: api/cors-reflect-credentials
    let layer = CorsLayer::new().allow_origin(origin).allow_credentials(true);
    // ok: api/cors-reflect-credentials
    let public = CorsLayer::permissive();
}
