<?php

function register(PDO $pdo, string $email, string $password): void
{
    $hash = password_hash($password, PASSWORD_ARGON2ID);
    $pdo->prepare('INSERT INTO users (email, password_hash) VALUES (?, ?)')->execute([$email, $hash]);
}

function matches(array $user, string $password): bool
{
    return password_verify($password, $user['password_hash']);
}
