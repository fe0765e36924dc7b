<?php

// ruleid: tokens/weak-password-hash-php
$a = md5($password);
// ruleid: tokens/weak-password-hash-php
$b = sha1($_POST['password']);
// ruleid: tokens/weak-password-hash-php
$c = hash('sha256', $password);
// ruleid: tokens/weak-password-hash-php
$d = hash('sha512', $user->password);
// ruleid: tokens/weak-password-hash-php
$e = md5($newPassword);
// ruleid: tokens/weak-password-hash-php
$f = hash("sha256", $data['passwd']);
// ok: tokens/weak-password-hash-php
$g = password_hash($password, PASSWORD_ARGON2ID);
// ok: tokens/weak-password-hash-php
$h = md5($email);
// ok: tokens/weak-password-hash-php
$i = hash('sha256', $token);
// ok: tokens/weak-password-hash-php
$j = md5(file_get_contents($path));
// ok: tokens/weak-password-hash-php
$k = hash('sha256', $passwordResetToken);
// ok: tokens/weak-password-hash-php
$l = Hash::make($password);
