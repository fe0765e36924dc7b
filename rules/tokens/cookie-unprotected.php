<?php
// ruleid: tokens/cookie-unprotected
setcookie('session_token', $token, time() + 3600, '/');
// ruleid: tokens/cookie-unprotected
setcookie('auth', $token);
// ruleid: tokens/cookie-unprotected
setcookie('auth', $token, time() + 3600, '/', '', true, false);
// ruleid: tokens/cookie-unprotected
ini_set('session.cookie_httponly', 0);
// ok: tokens/cookie-unprotected
setcookie('session_token', $token, ['expires' => time() + 3600, 'secure' => true, 'httponly' => true, 'samesite' => 'Lax']);
// ok: tokens/cookie-unprotected
setcookie('session_token', '', time() - 3600);
// ok: tokens/cookie-unprotected
setcookie('theme', 'dark', time() + 3600);
// ok: tokens/cookie-unprotected
setcookie('auth', $token, time() + 3600, '/', '', true, true);
