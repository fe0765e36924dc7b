use actix_web::{delete, get, post, put, web, HttpResponse};

// ok: auth/rust-handler-unauthenticated
#[get("/posts")]
async fn list(db: web::Data<Pool>) -> HttpResponse {
    HttpResponse::Ok().json(db.posts().await)
}

// ok: auth/rust-handler-unauthenticated
#[post("/posts")]
async fn create(user: AuthenticatedUser, db: web::Data<Pool>, post: web::Json<NewPost>) -> HttpResponse {
    HttpResponse::Created().json(db.insert(user.id, post.into_inner()).await)
}

// ruleid: auth/rust-handler-unauthenticated
#[delete("/posts/{id}")]
async fn remove(id: web::Path<i64>, db: web::Data<Pool>) -> HttpResponse {
    sqlx::query("DELETE FROM posts WHERE id = $1").bind(*id).execute(db.get_ref()).await.unwrap();
    HttpResponse::NoContent().finish()
}

// ok: auth/rust-handler-unauthenticated
#[put("/posts/{id}")]
async fn update(id: web::Path<i64>, req: HttpRequest, db: web::Data<Pool>) -> HttpResponse {
    HttpResponse::Ok().finish()
}

// ok: auth/rust-handler-unauthenticated
#[post("/login")]
async fn login(form: web::Json<Login>, db: web::Data<Pool>) -> HttpResponse {
    HttpResponse::Ok().json(db.sign_in(form.into_inner()).await)
}
