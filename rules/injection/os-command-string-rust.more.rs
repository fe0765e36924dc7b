use std::process::Command;

fn ping(host: &str) {
    // ruleid: injection/os-command-string-rust
    Command::new("sh").arg("-c").arg(format!("ping -c 1 {}", host)).output().unwrap();
}

fn resolve(name: String) {
    let line = format!("nslookup {name}");
    // ruleid: injection/os-command-string-rust
    Command::new("bash").args(["-c", &line]).output().unwrap();
}

fn run(command: &str) {
    // ok: injection/os-command-string-rust
    Command::new("sh").arg("-c").arg(command).output().unwrap();
}

fn list(host: &str) {
    // ok: injection/os-command-string-rust
    Command::new("ping").arg("-c").arg("1").arg(host).output().unwrap();
}

fn sleep(seconds: u32) {
    // ok: injection/os-command-string-rust
    Command::new("sh").arg("-c").arg(format!("sleep {}", seconds)).output().unwrap();
}
