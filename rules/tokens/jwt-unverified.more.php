<?php
// ruleid: tokens/jwt-unverified
$a = json_decode(base64_decode(strtr(explode('.', $token)[1], '-_', '+/')), true);
// ok: tokens/jwt-unverified
$b = json_decode(base64_decode($cookie), true);
// ok: tokens/jwt-unverified
$c = JWT::decode($token, new Key($key, 'RS256'));

// ruleid: tokens/jwt-unverified
JWT::decode($jwt, null, ['none']);
// ruleid: tokens/jwt-unverified
JWT::decode($jwt, $key, ['HS256', 'none']);
// ruleid: tokens/jwt-unverified
$config = Configuration::forUnsecuredSigner();
// ok: tokens/jwt-unverified
JWT::decode($jwt, new Key($key, 'HS256'));
// ok: tokens/jwt-unverified
$config = Configuration::forSymmetricSigner($signer, $key);
