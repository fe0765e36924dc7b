use std::path::Path;

async fn download(name: web::Path<String>) -> HttpResponse {
    let name = name.into_inner();
    let Some(last) = Path::new(&name).file_name() else {
        return HttpResponse::BadRequest().finish();
    };
    HttpResponse::Ok().body(std::fs::read(Path::new("/srv/files").join(last)).unwrap())
}
