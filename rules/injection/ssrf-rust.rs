use actix_web::{web, HttpResponse};
use axum::extract::Query;

async fn fetch(Query(p): Query<HashMap<String, String>>) -> String {
    // ruleid: injection/ssrf-rust
    reqwest::get(&p["url"]).await.unwrap().text().await.unwrap()
}

async fn preview(q: web::Query<Preview>) -> HttpResponse {
    // ruleid: injection/ssrf-rust
    let body = reqwest::Client::new().get(&q.url).send().await.unwrap().text().await.unwrap();
    HttpResponse::Ok().body(body)
}

async fn hook(State(app): State<App>, Json(hook): Json<Hook>) -> StatusCode {
    let address = format!("https://{}/events", hook.host);
    // ruleid: injection/ssrf-rust
    app.client.post(address).send().await;
    StatusCode::OK
}

async fn own(Path(id): Path<String>, State(app): State<App>) -> String {
    // ok: injection/ssrf-rust
    app.client.get(format!("https://api.example.com/users/{}", id)).send().await.unwrap().text().await.unwrap()
}

async fn based(Path(id): Path<String>, State(app): State<App>) -> String {
    // ok: injection/ssrf-rust
    app.client.get(format!("{}/users/{}", app.base_url, id)).send().await.unwrap().text().await.unwrap()
}

async fn checked(Query(p): Query<Target>, State(app): State<App>) -> Result<String, AppError> {
    let url = Url::parse(&p.url)?;
    if url.host_str() != Some("api.example.com") {
        return Err(AppError::Forbidden);
    }
    // ok: injection/ssrf-rust
    Ok(app.client.get(url).send().await?.text().await?)
}

async fn cached(Query(p): Query<Target>, State(app): State<App>) -> Option<String> {
    // ok: injection/ssrf-rust
    app.cache.get(&p.url)
}
