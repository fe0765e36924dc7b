<?php
// ruleid: data/file-race
if (is_writable($path)) {
    file_put_contents($path, $data);
}
// ok: data/file-race
file_put_contents($path, $data, LOCK_EX);
