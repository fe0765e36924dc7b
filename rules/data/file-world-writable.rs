use std::fs;
use std::os::unix::fs::PermissionsExt;

fn open(path: &str) -> std::io::Result<()> {
    // ruleid: data/file-world-writable
    fs::set_permissions(path, fs::Permissions::from_mode(0o777))?;
    let mut rights = fs::metadata(path)?.permissions();
    // ruleid: data/file-world-writable
    rights.set_mode(0o666);
    // ruleid: data/file-world-writable
    fs::set_permissions(path, std::fs::Permissions::from_mode(0o602))
}

fn own(path: &str, mode: u32) -> std::io::Result<()> {
    // ok: data/file-world-writable
    fs::set_permissions(path, fs::Permissions::from_mode(0o600))?;
    let mut rights = fs::metadata(path)?.permissions();
    // ok: data/file-world-writable
    rights.set_mode(0o755);
    // ok: data/file-world-writable
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}
