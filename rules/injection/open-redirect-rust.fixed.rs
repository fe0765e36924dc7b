async fn next(Query(p): Query<Next>) -> Redirect {
    if !p.next.starts_with('/') || p.next.starts_with("//") {
        return Redirect::to("/");
    }
    Redirect::to(&p.next)
}
