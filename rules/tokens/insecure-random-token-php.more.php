<?php
// ruleid: tokens/insecure-random-token-php
$token = md5(time());
// ruleid: tokens/insecure-random-token-php
$token = sha1(microtime());
// ruleid: tokens/insecure-random-token-php
$password .= $letters[rand(0, 61)];
// ok: tokens/insecure-random-token-php
$token = bin2hex(random_bytes(16));
// ok: tokens/insecure-random-token-php
$name .= $letters[rand(0, 61)];
// ok: tokens/insecure-random-token-php
$etag = md5(time());
