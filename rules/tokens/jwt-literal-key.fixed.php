<?php

use Firebase\JWT\JWT;
use Firebase\JWT\Key;

function key(): string
{
    return getenv('JWT_KEY') ?: throw new RuntimeException('JWT_KEY is not set');
}

function sign(string $subject): string
{
    return JWT::encode(['sub' => $subject, 'exp' => time() + 900], key(), 'HS256');
}

function verify(string $token): object
{
    return JWT::decode($token, new Key(key(), 'HS256'));
}
