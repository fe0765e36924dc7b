use axum::{extract::Query, response::Redirect};

async fn next(Query(p): Query<Next>) -> Redirect {
    // ruleid: injection/open-redirect-rust
    Redirect::to(&p.next)
}

async fn back(q: web::Query<Next>) -> HttpResponse {
    // ruleid: injection/open-redirect-rust
    HttpResponse::Found().insert_header(("Location", q.next.as_str())).finish()
}

#[get("/go?<to>")]
fn go(to: String) -> Redirect {
    // ruleid: injection/open-redirect-rust
    Redirect::to(to)
}

async fn home() -> Redirect {
    // ok: injection/open-redirect-rust
    Redirect::to("/home")
}

async fn order(Path(id): Path<String>) -> Redirect {
    // ok: injection/open-redirect-rust
    Redirect::to(&format!("/orders/{}", id))
}

async fn checked(Query(p): Query<Next>) -> Redirect {
    if !p.next.starts_with('/') || p.next.starts_with("//") {
        return Redirect::to("/");
    }
    // ok: injection/open-redirect-rust
    Redirect::to(&p.next)
}
