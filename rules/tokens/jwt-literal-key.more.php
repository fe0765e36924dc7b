<?php
use Firebase\JWT\JWT;

// ruleid: tokens/jwt-literal-key
$a = JWT::decode($token, 'an example signing key', ['HS256']);
// ok: tokens/jwt-literal-key
$b = JWT::encode($payload, $config['jwt_key'], 'HS256');
