<?php
// ruleid: data/tempfile-predictable
file_put_contents('/tmp/export_' . time() . '.csv', $rows);
// ruleid: data/tempfile-predictable
$f = fopen(sys_get_temp_dir() . '/' . uniqid() . '.tmp', 'w');
// ok: data/tempfile-predictable
$path = tempnam(sys_get_temp_dir(), 'export');
// ok: data/tempfile-predictable
$g = tmpfile();
