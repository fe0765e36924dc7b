<?php
// ruleid: injection/log-injection-php
error_log('login by ' . $_POST['user']);
// ruleid: injection/log-injection-php
Log::info("login by {$_POST['user']}");
// ruleid: injection/log-injection-php
$logger->warning('refused ' . $_GET['name']);
// ok: injection/log-injection-php
error_log('login by ' . str_replace(["\r", "\n"], '', $_POST['user']));
// ok: injection/log-injection-php
Log::info('login', ['user' => $_POST['user']]);
// ok: injection/log-injection-php
error_log('login');
