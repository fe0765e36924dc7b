<?php
// ruleid: tokens/timing-unsafe-compare
if ($signature == hash_hmac('sha256', $body, $key)) { ok(); }
// ruleid: tokens/timing-unsafe-compare
if (hash_hmac('sha256', $body, $key) === $_SERVER['HTTP_X_SIGNATURE']) { ok(); }
$expected = hash_hmac('sha256', $body, $key);
// ruleid: tokens/timing-unsafe-compare
if ($signature !== $expected) { exit; }
// ruleid: tokens/timing-unsafe-compare
if ($_SERVER['HTTP_X_API_KEY'] === getenv('API_KEY')) { ok(); }
// ok: tokens/timing-unsafe-compare
if (hash_equals(hash_hmac('sha256', $body, $key), $signature)) { ok(); }
// ok: tokens/timing-unsafe-compare
if (hash_equals($expected, $_SERVER['HTTP_X_SIGNATURE'])) { ok(); }
// ok: tokens/timing-unsafe-compare
if ($_GET['format'] === getenv('FORMAT')) { ok(); }
// ok: tokens/timing-unsafe-compare
if ($expected === null) { exit; }
