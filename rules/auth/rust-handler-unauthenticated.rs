use axum::{extract::{Path, State}, middleware::from_fn, routing::{delete, get, post}, Json, Router};

pub fn router(state: AppState) -> Router {
    Router::new()
        // ok: auth/rust-handler-unauthenticated
        .route("/orders", get(list).post(create))
        // ruleid: auth/rust-handler-unauthenticated
        .route("/orders/{id}", get(one).delete(remove))
        // ok: auth/rust-handler-unauthenticated
        .route("/login", post(login))
        // ok: auth/rust-handler-unauthenticated
        .route("/orders/{id}/notes", post(handlers::add_note))
        .with_state(state)
}

pub fn covered(state: AppState) -> Router {
    Router::new()
        // ok: auth/rust-handler-unauthenticated
        .route("/invoices/{id}", delete(remove))
        .route_layer(from_fn(require_auth))
}

async fn list(State(db): State<AppState>) -> Json<Vec<Order>> {
    Json(db.orders().await)
}

async fn create(user: AuthUser, State(db): State<AppState>, Json(order): Json<NewOrder>) -> Json<Order> {
    Json(db.insert(user.id, order).await)
}

async fn one(Path(id): Path<i64>, State(db): State<AppState>) -> Json<Order> {
    Json(db.find(id).await)
}

async fn remove(Path(id): Path<i64>, State(db): State<AppState>) -> StatusCode {
    sqlx::query("DELETE FROM orders WHERE id = $1").bind(id).execute(&db.pool).await.unwrap();
    StatusCode::NO_CONTENT
}

async fn login(State(db): State<AppState>, Json(form): Json<Login>) -> Json<Token> {
    Json(db.sign_in(form).await)
}
