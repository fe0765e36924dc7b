<?php
function extractFirst(ZipArchive $zip, string $root): void {
    $name = basename($zip->getNameIndex(0));
    file_put_contents($root . '/' . $name, $zip->getFromIndex(0));
}
