<?php

// ruleid: tokens/insecure-random-token-php
$token = md5(uniqid());
// ruleid: tokens/insecure-random-token-php
$resetToken = uniqid('', true);
// ruleid: tokens/insecure-random-token-php
$otp = rand(100000, 999999);
// ruleid: tokens/insecure-random-token-php
$apiKey = sha1(mt_rand() . time());
// ruleid: tokens/insecure-random-token-php
$user->password = substr(str_shuffle($letters), 0, 10);
// ruleid: tokens/insecure-random-token-php
$salt = mt_rand();
// ok: tokens/insecure-random-token-php
$token = bin2hex(random_bytes(32));
// ok: tokens/insecure-random-token-php
$otp = random_int(100000, 999999);
// ok: tokens/insecure-random-token-php
$colour = $colours[mt_rand(0, 5)];
// ok: tokens/insecure-random-token-php
$file = uniqid('upload_');
// ok: tokens/insecure-random-token-php
$delay = rand(1, 10);
// ok: tokens/insecure-random-token-php
$token = Str::random(40);

function resetToken(): string
{
    // ruleid: tokens/insecure-random-token-php
    return md5(uniqid(rand(), true));
}

function makeToken(): string
{
    // ok: tokens/insecure-random-token-php
    return bin2hex(random_bytes(32));
}

function pickColour(array $colours): string
{
    // ok: tokens/insecure-random-token-php
    return $colours[mt_rand(0, 3)];
}
