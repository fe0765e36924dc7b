use std::fs::File;
use std::path::{Path, PathBuf};
use zip::ZipArchive;

fn unpack(mut archive: ZipArchive<File>, folder: &Path) {
    for i in 0..archive.len() {
        let mut entry = archive.by_index(i).unwrap();
        // ruleid: injection/zip-slip-rust
        let path = folder.join(entry.name());
        let mut out = File::create(path).unwrap();
        std::io::copy(&mut entry, &mut out).unwrap();
    }
}

fn first(archive: &mut ZipArchive<File>, folder: &Path) -> std::io::Result<()> {
    let mut entry = archive.by_index(0)?;
    // ruleid: injection/zip-slip-rust
    let mut out = File::create(folder.join(entry.name()))?;
    std::io::copy(&mut entry, &mut out)?;
    Ok(())
}

fn text(archive: &mut ZipArchive<File>) -> std::io::Result<()> {
    let mut entry = archive.by_index(0)?;
    // ruleid: injection/zip-slip-rust
    let mut out = File::create(format!("/srv/out/{}", entry.name()))?;
    std::io::copy(&mut entry, &mut out)?;
    Ok(())
}

fn enclosed(mut archive: ZipArchive<File>, folder: &Path) {
    for i in 0..archive.len() {
        let mut entry = archive.by_index(i).unwrap();
        let Some(name) = entry.enclosed_name() else { continue };
        // ok: injection/zip-slip-rust
        let path = folder.join(name);
        let mut out = File::create(path).unwrap();
        std::io::copy(&mut entry, &mut out).unwrap();
    }
}

fn names(archive: &mut ZipArchive<File>) -> std::io::Result<String> {
    let entry = archive.by_index(0)?;
    // ok: injection/zip-slip-rust
    Ok(entry.name().to_string())
}

fn compared(archive: &mut ZipArchive<File>, folder: &Path) -> std::io::Result<()> {
    let mut entry = archive.by_index(0)?;
    // ok: injection/zip-slip-rust
    let path = folder.join(entry.name());
    if !path_clean::clean(&path).starts_with(folder) {
        return Err(std::io::ErrorKind::InvalidInput.into());
    }
    let mut out = File::create(path)?;
    Ok(())
}
