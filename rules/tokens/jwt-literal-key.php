<?php
use Firebase\JWT\JWT;
use Firebase\JWT\Key;

// ruleid: tokens/jwt-literal-key
$a = JWT::encode($payload, 'an example signing key', 'HS256');
// ruleid: tokens/jwt-literal-key
$b = JWT::decode($token, new Key('an example signing key', 'HS256'));
// ok: tokens/jwt-literal-key
$c = JWT::encode($payload, getenv('JWT_KEY'), 'HS256');
// ok: tokens/jwt-literal-key
$d = JWT::decode($token, new Key($_ENV['JWT_KEY'], 'HS256'));
$secret = 'another example signing key';
// ruleid: tokens/jwt-literal-key
$e = JWT::encode($payload, $secret, 'HS256');
// ok: tokens/jwt-literal-key
$f = JWT::encode($payload, config('jwt.secret'), 'HS256');
