<?php

$name = $_GET['name'] ?? '';
header('Content-Type: text/html; charset=utf-8');
echo '<h1>Hello ' . htmlspecialchars($name, ENT_QUOTES, 'UTF-8') . '</h1>';
printf('<p>%s</p>', htmlspecialchars($_GET['note'] ?? '', ENT_QUOTES, 'UTF-8'));
