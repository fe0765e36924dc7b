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

function claims(string $token): array {
    $parts = explode('.', $token);
    // ruleid: tokens/jwt-unverified
    return json_decode(base64_decode($parts[1]), true);
}

function signed(array $payload): string {
    // ok: tokens/jwt-unverified
    return JWT::encode($payload, getenv('JWT_KEY'), 'HS256');
}

function settings(string $text): array {
    // ok: tokens/jwt-unverified
    return json_decode(base64_decode($text), true);
}
