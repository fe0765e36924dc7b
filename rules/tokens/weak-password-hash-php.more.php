<?php
// ruleid: tokens/weak-password-hash-php
$hash = md5($salt . $password);
// ruleid: tokens/weak-password-hash-php
$hash = md5($_POST["pass"]);
// ruleid: tokens/weak-password-hash-php
$pass = md5($pass);
// ruleid: tokens/weak-password-hash-php
$hash = sha1($user["password"] . $salt);
// ok: tokens/weak-password-hash-php
$hash = password_hash($_POST["pass"], PASSWORD_DEFAULT);
// ok: tokens/weak-password-hash-php
$key = md5($passage);
// ok: tokens/weak-password-hash-php
$key = md5($salt . $name);
// ok: tokens/weak-password-hash-php
$key = md5($password . $iv);
