use actix_web::{get, web, HttpResponse};
use sqlx::PgPool;

#[get("/users")]
async fn search(q: web::Query<Search>, pool: web::Data<PgPool>) -> HttpResponse {
    let rows = sqlx::query_as::<_, User>("SELECT * FROM users WHERE name = $1")
        .bind(&q.name)
        .fetch_all(pool.get_ref())
        .await
        .unwrap();
    HttpResponse::Ok().json(rows)
}
