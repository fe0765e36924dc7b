use actix_web::{get, web, HttpResponse};
use sqlx::PgPool;

#[get("/users")]
async fn search(q: web::Query<Search>, pool: web::Data<PgPool>) -> HttpResponse {
    let sql = format!("SELECT * FROM users WHERE name = '{}'", q.name);
    // ruleid: injection/sql-string-build-rust
    let rows = sqlx::query(&sql).fetch_all(pool.get_ref()).await.unwrap();

    // ruleid: injection/sql-string-build-rust
    sqlx::query_as::<_, User>(&format!("SELECT * FROM users ORDER BY {}", q.sort)).fetch_all(pool.get_ref()).await;

    let name = &q.name;
    // ruleid: injection/sql-string-build-rust
    sqlx::query(format!("DELETE FROM users WHERE name = '{name}'").as_str()).execute(pool.get_ref()).await;

    // ok: injection/sql-string-build-rust
    sqlx::query("SELECT * FROM users WHERE name = $1").bind(&q.name).fetch_all(pool.get_ref()).await;

    // ok: injection/sql-string-build-rust
    sqlx::query(&format!("SELECT * FROM {} WHERE name = $1", TABLE)).bind(&q.name).fetch_all(pool.get_ref()).await;
    HttpResponse::Ok().finish()
}

async fn one(Path(id): Path<String>, State(db): State<Db>) -> Result<Json<User>, AppError> {
    let mut text = String::from("SELECT * FROM users WHERE id = '");
    text.push_str(&id);
    // ruleid: injection/sql-string-build-rust
    let row = db.client.query_one(&text, &[]).await?;

    let number = id.parse::<i64>()?;
    // ok: injection/sql-string-build-rust
    let row = db.client.query_one(&format!("SELECT * FROM users WHERE id = {}", number), &[]).await?;

    // ok: injection/sql-string-build-rust
    let row = db.client.query_one("SELECT * FROM users WHERE id = $1", &[&id]).await?;
    Ok(Json(row.into()))
}

async fn sorted(Query(p): Query<Page>, State(db): State<Db>) -> Result<Json<Vec<User>>, AppError> {
    if !COLUMNS.contains(&p.sort) {
        return Err(AppError::BadRequest);
    }
    // ok: injection/sql-string-build-rust
    let rows = db.client.query(&format!("SELECT * FROM users ORDER BY {}", p.sort), &[]).await?;
    Ok(Json(rows.into()))
}

fn migrate(db: &Connection, version: u32) {
    // ok: injection/sql-string-build-rust
    db.execute_batch(&format!("PRAGMA user_version = {}", version));
}
