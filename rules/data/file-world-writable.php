<?php
// ruleid: data/file-world-writable
chmod($path, 0777);
// ruleid: data/file-world-writable
chmod('/var/app/keys.json', 0666);
// ok: data/file-world-writable
chmod($path, 0644);
// ok: data/file-world-writable
mkdir($dir, 0777, true);
