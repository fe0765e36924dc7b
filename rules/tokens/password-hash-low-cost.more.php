<?php
// ruleid: tokens/password-hash-low-cost
password_hash($password, PASSWORD_BCRYPT, ['cost' => 4]);
// ruleid: tokens/password-hash-low-cost
hash_pbkdf2('sha256', $password, $salt, 1000);
// ruleid: tokens/password-hash-low-cost
Hash::make($password, ['rounds' => 4]);
// ok: tokens/password-hash-low-cost
password_hash($password, PASSWORD_BCRYPT, ['cost' => 12]);
// ok: tokens/password-hash-low-cost
password_hash($password, PASSWORD_DEFAULT);
// ok: tokens/password-hash-low-cost
hash_pbkdf2('sha256', $password, $salt, 600000);
// ok: tokens/password-hash-low-cost
Hash::make($password);
