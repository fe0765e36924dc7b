use axum::{extract::Query, response::Html};

async fn hello(Query(p): Query<HashMap<String, String>>) -> Html<String> {
    // ruleid: injection/reflected-html-rust
    Html(format!("<h1>Hello {}</h1>", p["name"]))
}

async fn greet(name: web::Path<String>) -> HttpResponse {
    let page = format!("<h1>Hello {name}</h1>");
    // ruleid: injection/reflected-html-rust
    HttpResponse::Ok().content_type("text/html; charset=utf-8").body(page)
}

#[get("/search?<q>")]
fn search(q: String) -> RawHtml<String> {
    // ruleid: injection/reflected-html-rust
    RawHtml(format!("<p>No results for {}</p>", q))
}

async fn escaped(Query(p): Query<HashMap<String, String>>) -> Html<String> {
    // ok: injection/reflected-html-rust
    Html(format!("<h1>Hello {}</h1>", html_escape::encode_text(&p["name"])))
}

async fn plain(name: web::Path<String>) -> HttpResponse {
    // ok: injection/reflected-html-rust
    HttpResponse::Ok().content_type("text/plain").body(format!("Hello {name}"))
}

async fn page(Query(p): Query<Page>) -> Html<String> {
    let number = p.number.parse::<u32>().unwrap_or(1);
    // ok: injection/reflected-html-rust
    Html(format!("<h1>Page {}</h1>", number))
}

async fn rendered(Query(p): Query<Page>) -> Html<String> {
    // ok: injection/reflected-html-rust
    Html("<h1>Shop</h1>".to_string())
}
