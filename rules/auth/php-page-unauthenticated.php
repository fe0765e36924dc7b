<?php
require 'db.php';
$id = (int) $_POST['id'];
// ruleid: auth/php-page-unauthenticated
$stmt = $pdo->prepare('DELETE FROM posts WHERE id = ?');
$stmt->execute([$id]);
// ok: auth/php-page-unauthenticated
$read = $pdo->prepare('SELECT * FROM posts WHERE id = ?');

function remove(PDO $pdo, int $id): void
{
    // ok: auth/php-page-unauthenticated
    $pdo->prepare('DELETE FROM posts WHERE id = ?')->execute([$id]);
}
header('Location: /posts.php');
