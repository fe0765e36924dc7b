<?php
session_start();
require 'db.php';
if (!isset($_SESSION['user_id'])) {
    http_response_code(403);
    exit;
}
// ok: auth/php-page-unauthenticated
$stmt = $pdo->prepare('DELETE FROM posts WHERE id = ?');
$stmt->execute([(int) $_POST['id']]);
