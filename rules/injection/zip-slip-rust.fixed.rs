fn unpack(mut archive: ZipArchive<File>, folder: &Path) {
    for i in 0..archive.len() {
        let mut entry = archive.by_index(i).unwrap();
        let Some(name) = entry.enclosed_name() else { continue };
        let mut out = File::create(folder.join(name)).unwrap();
        std::io::copy(&mut entry, &mut out).unwrap();
    }
}
