<?php
// ruleid: tokens/jwt-unverified
$a = json_decode(base64_decode(strtr(explode('.', $token)[1], '-_', '+/')), true);
// ok: tokens/jwt-unverified
$b = json_decode(base64_decode($cookie), true);
// ok: tokens/jwt-unverified
$c = JWT::decode($token, new Key($key, 'RS256'));
