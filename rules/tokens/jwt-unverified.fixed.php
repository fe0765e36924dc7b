<?php

use Firebase\JWT\JWT;
use Firebase\JWT\Key;

function subject(string $token): string
{
    $key = getenv('JWT_KEY');

    return JWT::decode($token, new Key($key, 'HS256'))->sub;
}
