<?php

const STATEMENTS = ['order' => 'SELECT id, total FROM orders WHERE id = ? AND owner = ?'];

function report(PDO $pdo, string $name, int $id, int $owner): array
{
    if (!isset(STATEMENTS[$name])) {
        throw new InvalidArgumentException('unknown report');
    }
    $statement = $pdo->prepare(STATEMENTS[$name]);
    $statement->execute([$id, $owner]);
    return $statement->fetchAll();
}
