async fn hello(Query(p): Query<Hello>) -> Html<String> {
    Html(format!("<h1>Hello {}</h1>", html_escape::encode_text(&p.name)))
}
