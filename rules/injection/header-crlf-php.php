<?php
// ruleid: injection/header-crlf-php
mail('team@example.com', 'Contact', $body, 'From: ' . $_POST['email']);
// ruleid: injection/header-crlf-php
mail('team@example.com', $_POST['subject'], $body);
$email = filter_var($_POST['email'], FILTER_VALIDATE_EMAIL);
// ok: injection/header-crlf-php
mail('team@example.com', 'Contact', $body, 'From: ' . $email);
// ok: injection/header-crlf-php
mail('team@example.com', 'Contact', $_POST['body']);
