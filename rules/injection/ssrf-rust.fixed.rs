async fn fetch(Query(p): Query<Target>, State(app): State<App>) -> Result<String, AppError> {
    let url = Url::parse(&p.url)?;
    if !ALLOWED.contains(&url.host_str().unwrap_or_default()) {
        return Err(AppError::Forbidden);
    }
    Ok(app.client.get(url).send().await?.text().await?)
}
