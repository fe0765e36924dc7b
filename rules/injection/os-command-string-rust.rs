use axum::extract::{Path, Query};
use std::process::Command;

async fn ping(Query(q): Query<Ping>) -> String {
    // ruleid: injection/os-command-string-rust
    let out = Command::new("sh").arg("-c").arg(format!("ping -c 1 {}", q.host)).output().unwrap();

    // ruleid: injection/os-command-string-rust
    Command::new("bash").args(["-c", &format!("nslookup {}", q.host)]).spawn();

    // ok: injection/os-command-string-rust
    Command::new("ping").args(["-c", "1", "--", &q.host]).output();

    // ok: injection/os-command-string-rust
    Command::new("sh").arg("-c").arg("uptime").output();
    String::from_utf8(out.stdout).unwrap()
}

async fn run(Path(tool): Path<String>) -> String {
    // ruleid: injection/os-command-string-rust
    let out = Command::new(tool).output().unwrap();
    String::new()
}

async fn known(Path(tool): Path<String>) -> String {
    if !TOOLS.contains(&tool.as_str()) {
        return String::new();
    }
    // ok: injection/os-command-string-rust
    let out = Command::new("convert").arg(tool).output().unwrap();
    String::new()
}
