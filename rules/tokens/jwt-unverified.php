<?php
use Firebase\JWT\JWT;
use Firebase\JWT\Key;

function subject(string $token) {
    // ruleid: tokens/jwt-unverified
    $claims = json_decode(base64_decode(explode('.', $token)[1]), true);
    return $claims['sub'];
}

function unsigned(array $payload) {
    // ruleid: tokens/jwt-unverified
    return JWT::encode($payload, '', 'none');
}

function verified(string $token) {
    // ok: tokens/jwt-unverified
    return JWT::decode($token, new Key(getenv('JWT_KEY'), 'HS256'))->sub;
}
