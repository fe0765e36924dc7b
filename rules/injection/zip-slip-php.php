<?php
function bad(ZipArchive $zip, string $root): void {
    for ($i = 0; $i < $zip->numFiles; $i++) {
        $name = $zip->getNameIndex($i);
        // ruleid: injection/zip-slip-php
        file_put_contents($root . '/' . $name, $zip->getFromIndex($i));
    }
}
function badCopy(ZipArchive $zip, string $file, string $root): void {
    $name = $zip->getNameIndex(0);
    // ruleid: injection/zip-slip-php
    copy('zip://' . $file . '#' . $name, $root . '/' . $name);
    $stat = $zip->statIndex(1);
    // ruleid: injection/zip-slip-php
    $f = fopen("$root/{$stat['name']}", 'w');
}
function safe(ZipArchive $zip, string $root): void {
    $name = basename($zip->getNameIndex(0));
    // ok: injection/zip-slip-php
    file_put_contents($root . '/' . $name, $zip->getFromIndex(0));
}
function checked(ZipArchive $zip, string $root): void {
    $name = $zip->getNameIndex(0);
    if (str_contains($name, '..')) {
        return;
    }
    // ok: injection/zip-slip-php
    file_put_contents($root . '/' . $name, $zip->getFromIndex(0));
}
function all(ZipArchive $zip, string $root): void {
    // ok: injection/zip-slip-php
    $zip->extractTo($root);
}
