<?php

function seal(string $text): string
{
    $key = hex2bin(getenv('DATA_KEY'));
    $iv = random_bytes(openssl_cipher_iv_length('aes-256-gcm'));
    $body = openssl_encrypt($text, 'aes-256-gcm', $key, OPENSSL_RAW_DATA, $iv, $tag);

    return $iv . $tag . $body;
}
