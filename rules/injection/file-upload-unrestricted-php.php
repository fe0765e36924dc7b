<?php
function bad(): void {
    $target = 'uploads/' . $_FILES['avatar']['name'];
    // ruleid: injection/file-upload-unrestricted-php
    move_uploaded_file($_FILES['avatar']['tmp_name'], $target);
}
if (isset($_FILES['photo'])) {
    $photo = 'uploads/' . $_FILES['photo']['name'];
    // ruleid: injection/file-upload-unrestricted-php
    move_uploaded_file($_FILES['photo']['tmp_name'], $photo);
}
function based(): void {
    $target = 'uploads/' . basename($_FILES['avatar']['name']);
    // ruleid: injection/file-upload-unrestricted-php
    move_uploaded_file($_FILES['avatar']['tmp_name'], $target);
}
function laravel($request): void {
    $file = $request->file('photo');
    // ruleid: injection/file-upload-unrestricted-php
    $file->move(public_path('uploads'), $file->getClientOriginalName());
}
function chosen(array $types): void {
    $target = '/srv/uploads/' . bin2hex(random_bytes(16)) . '.png';
    // ok: injection/file-upload-unrestricted-php
    move_uploaded_file($_FILES['avatar']['tmp_name'], $target);
}
function checked(): void {
    $ext = strtolower(pathinfo($_FILES['avatar']['name'], PATHINFO_EXTENSION));
    if (!in_array($ext, ['png', 'jpg'], true)) {
        return;
    }
    // ok: injection/file-upload-unrestricted-php
    move_uploaded_file($_FILES['avatar']['tmp_name'], 'uploads/' . basename($_FILES['avatar']['name']));
}
function stored($request): void {
    // ok: injection/file-upload-unrestricted-php
    $request->file('photo')->store('photos');
}
