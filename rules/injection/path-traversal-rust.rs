use actix_web::{web, HttpResponse};
use axum::extract::Path as Segment;
use std::fs;
use std::path::{Path, PathBuf};

async fn download(name: web::Path<String>) -> HttpResponse {
    let path = format!("/srv/files/{}", name.into_inner());
    // ruleid: injection/path-traversal-rust
    HttpResponse::Ok().body(fs::read(path).unwrap())
}

async fn picture(Path(name): Path<String>) -> Vec<u8> {
    let path = PathBuf::from("/srv/pictures").join(name);
    // ruleid: injection/path-traversal-rust
    tokio::fs::read(path).await.unwrap()
}

#[get("/file?<name>")]
async fn file(name: String) -> Option<NamedFile> {
    // ruleid: injection/path-traversal-rust
    NamedFile::open(format!("static/{}", name)).await.ok()
}

async fn save(Query(q): Query<Upload>, body: Bytes) -> StatusCode {
    let target = Path::new("/srv/up").join(&q.name);
    // ruleid: injection/path-traversal-rust
    let mut out = File::create(&target).unwrap();
    StatusCode::OK
}

async fn base_name(name: web::Path<String>) -> HttpResponse {
    let name = name.into_inner();
    let last = Path::new(&name).file_name().unwrap();
    // ok: injection/path-traversal-rust
    HttpResponse::Ok().body(fs::read(Path::new("/srv/files").join(last)).unwrap())
}

async fn checked(Query(q): Query<Upload>) -> Result<Vec<u8>, AppError> {
    let path = Path::new("/srv/files").join(&q.name).canonicalize()?;
    if !path.starts_with("/srv/files") {
        return Err(AppError::Forbidden);
    }
    // ok: injection/path-traversal-rust
    Ok(fs::read(path)?)
}

async fn numbered(Path(id): Path<String>) -> Result<Vec<u8>, AppError> {
    let number = id.parse::<u32>()?;
    // ok: injection/path-traversal-rust
    Ok(fs::read(format!("/srv/files/{}.pdf", number))?)
}

fn settings() -> String {
    // ok: injection/path-traversal-rust
    fs::read_to_string("/etc/shop.toml").unwrap()
}
