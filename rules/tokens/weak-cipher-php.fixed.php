<?php

function seal(string $text, string $key): string
{
    $nonce = random_bytes(12);
    $body = openssl_encrypt($text, 'aes-256-gcm', $key, OPENSSL_RAW_DATA, $nonce, $tag);

    return $nonce . $tag . $body;
}

function box(string $text, string $key): string
{
    $nonce = random_bytes(SODIUM_CRYPTO_SECRETBOX_NONCEBYTES);

    return $nonce . sodium_crypto_secretbox($text, $nonce, $key);
}
