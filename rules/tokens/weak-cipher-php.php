<?php
function weak(string $text, string $key): void
{
    // ruleid: tokens/weak-cipher-php
    $a = openssl_encrypt($text, 'aes-128-ecb', $key);
    // ruleid: tokens/weak-cipher-php
    $b = openssl_encrypt($text, 'DES-EDE3-CBC', $key, 0, $iv);
    // ruleid: tokens/weak-cipher-php
    $c = openssl_encrypt($text, "rc4", $key);
    // ruleid: tokens/weak-cipher-php
    $d = mcrypt_encrypt(MCRYPT_DES, $key, $text, MCRYPT_MODE_ECB);
}

function strong(string $text, string $key, string $method): string
{
    $nonce = random_bytes(12);
    // ok: tokens/weak-cipher-php
    $a = openssl_encrypt($text, 'aes-256-gcm', $key, OPENSSL_RAW_DATA, $nonce, $tag);
    // ok: tokens/weak-cipher-php
    $b = openssl_encrypt($text, $method, $key, OPENSSL_RAW_DATA, $nonce);
    // ok: tokens/weak-cipher-php
    $c = sodium_crypto_secretbox($text, $nonce, $key);
    // ok: tokens/weak-cipher-php
    return openssl_encrypt($text, 'chacha20-poly1305', $key, OPENSSL_RAW_DATA, $nonce, $tag);
}
