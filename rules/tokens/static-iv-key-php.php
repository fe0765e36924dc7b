<?php
function weak(string $text, string $key): void
{
    $iv = '1234567890123456';
    // ruleid: tokens/static-iv-key-php
    $a = openssl_encrypt($text, 'aes-256-cbc', $key, 0, $iv);
    // ruleid: tokens/static-iv-key-php
    $b = openssl_encrypt($text, 'aes-256-cbc', 'a-key-in-the-code-of-the-program', OPENSSL_RAW_DATA, random_bytes(16));
    $zero = str_repeat("\0", 16);
    // ruleid: tokens/static-iv-key-php
    $c = openssl_encrypt($text, 'aes-256-cbc', $key, OPENSSL_RAW_DATA, $zero);
    $secret = 'another-key-in-the-code';
    // ruleid: tokens/static-iv-key-php
    $d = openssl_decrypt($text, 'aes-256-cbc', $secret, OPENSSL_RAW_DATA, substr($text, 0, 16));
}

function strong(string $text, string $key): string
{
    $iv = random_bytes(12);
    // ok: tokens/static-iv-key-php
    $a = openssl_encrypt($text, 'aes-256-gcm', $key, OPENSSL_RAW_DATA, $iv, $tag);
    // ok: tokens/static-iv-key-php
    $b = openssl_decrypt($text, 'aes-256-gcm', getenv('DATA_KEY'), OPENSSL_RAW_DATA, $iv, $tag);
    // ok: tokens/static-iv-key-php
    $c = sodium_crypto_secretbox($text, random_bytes(24), $key);
    // ok: tokens/static-iv-key-php
    return openssl_encrypt($text, 'aes-256-gcm', $_ENV['DATA_KEY'], OPENSSL_RAW_DATA, $iv, $tag);
}
