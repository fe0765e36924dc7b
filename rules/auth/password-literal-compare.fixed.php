<?php

function login(PDO $pdo, string $name, string $password): ?int
{
    $s = $pdo->prepare('SELECT id, password_hash FROM users WHERE name = ?');
    $s->execute([$name]);
    $user = $s->fetch();

    return $user && password_verify($password, $user['password_hash']) ? (int) $user['id'] : null;
}

function hasAdminKey(): bool
{
    return hash_equals(getenv('ADMIN_KEY'), $_SERVER['HTTP_X_ADMIN_KEY'] ?? '');
}
