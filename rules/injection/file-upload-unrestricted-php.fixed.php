<?php
function store(array $types): void {
    $mime = (new finfo(FILEINFO_MIME_TYPE))->file($_FILES['avatar']['tmp_name']);
    if (!isset($types[$mime])) {
        return;
    }
    move_uploaded_file($_FILES['avatar']['tmp_name'], '/srv/uploads/' . bin2hex(random_bytes(16)) . '.png');
}
