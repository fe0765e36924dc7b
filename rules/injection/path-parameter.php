<?php
function load(string $filename) {
    // ruleid: injection/path-parameter
    return file_get_contents('/srv/files/' . $filename);
}
function safe(string $filename) {
    // ok: injection/path-parameter
    return file_get_contents('/srv/files/' . basename($filename));
}
