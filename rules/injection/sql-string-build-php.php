<?php

$id = $_GET['id'];
// ruleid: injection/sql-string-build-php
$result = mysqli_query($conn, "SELECT * FROM users WHERE id = $id");

$name = $_POST['name'];
$sql = "SELECT * FROM users WHERE name = '" . $name . "' AND active = 1";
// ruleid: injection/sql-string-build-php
$rows = $pdo->query($sql);

// ruleid: injection/sql-string-build-php
$statement = $mysqli->prepare("UPDATE users SET email = '{$_POST['email']}' WHERE id = 1");

$sort = $_GET['sort'] ?? 'name';
// ruleid: injection/sql-string-build-php
$list = $pdo->query('SELECT * FROM users ORDER BY ' . $sort);

class UserController extends Controller
{
    public function search(Request $request)
    {
        $term = $request->input('q');
        // ruleid: injection/sql-string-build-php
        $users = DB::select("SELECT * FROM users WHERE name LIKE '%$term%'");
        // ruleid: injection/sql-string-build-php
        return User::query()->whereRaw("email = '" . $request->input('email') . "'")->get();
    }

    public function findByEmail($email)
    {
        $sql = sprintf("SELECT * FROM users WHERE email = '%s'", $email);
        // ruleid: injection/sql-string-build-php
        return $this->pdo->query($sql)->fetch();
    }

    public function remove(string $key): void
    {
        // ruleid: injection/sql-string-build-php
        $this->db->exec("DELETE FROM sessions WHERE id = '$key'");
    }

    public function bound(Request $request)
    {
        // ok: injection/sql-string-build-php
        $users = DB::select('SELECT * FROM users WHERE name = ?', [$request->input('q')]);
        // ok: injection/sql-string-build-php
        return User::query()->whereRaw('email = ?', [$request->input('email')])->get();
    }

    public function show(int $id)
    {
        // ok: injection/sql-string-build-php
        return $this->pdo->query("SELECT * FROM users WHERE id = $id")->fetch();
    }

    public function run($sql)
    {
        // ok: injection/sql-string-build-php
        return $this->pdo->query($sql);
    }

    public function count($table)
    {
        // ok: injection/sql-string-build-php
        return $this->pdo->query("SELECT COUNT(*) FROM $table")->fetchColumn();
    }
}

$number = (int) $_GET['id'];
// ok: injection/sql-string-build-php
$result = mysqli_query($conn, "SELECT * FROM users WHERE id = $number");

$statement = $pdo->prepare('SELECT * FROM users WHERE name = :name');
// ok: injection/sql-string-build-php
$statement->execute(['name' => $_POST['name']]);

$order = $_GET['order'];
if (!in_array($order, ['name', 'age'], true)) {
    $order = 'name';
}
// ok: injection/sql-string-build-php
$rows = $pdo->query("SELECT * FROM users ORDER BY " . $order);

$marks = implode(',', array_fill(0, count($ids), '?'));
// ok: injection/sql-string-build-php
$statement = $pdo->prepare("SELECT * FROM users WHERE id IN ($marks)");

// ok: injection/sql-string-build-php
$rows = $wpdb->get_results($wpdb->prepare("SELECT * FROM {$wpdb->posts} WHERE post_author = %d", $_GET['author']));

function drop_many(mysqli $db, Dbi $dbi)
{
    $ids = implode(',', array_map('intval', $_POST['ids']));
    // ok: injection/sql-string-build-php
    $db->query("DELETE FROM posts WHERE id IN ($ids)");
    $list = implode(',', $_POST['ids']);
    // ruleid: injection/sql-string-build-php
    $db->query("DELETE FROM posts WHERE id IN ($list)");
    // ok: injection/sql-string-build-php
    $db->query('SELECT * FROM t WHERE name = ' . $dbi->quoteString($_GET['name']));
}

class Names
{
    public function all(PDO $db): array
    {
        return $this->named($db, 'anna');
    }

    private function named(PDO $db, string $name): array
    {
        // ok: injection/sql-string-build-php
        return $db->query("SELECT * FROM t WHERE name = '$name'")->fetchAll();
    }
}

function orders(Connection $connection, Request $request): array
{
    $status = $request->query->get('status', 'open');
    // ok: injection/sql-string-build-php
    $connection->fetchAllAssociative('SELECT * FROM orders WHERE status = ?', [$status]);
    // ruleid: injection/sql-string-build-php
    return $connection->fetchAllAssociative("SELECT * FROM orders WHERE status = '" . $status . "'");
}

$text = "SELECT * FROM users WHERE name = '";
$text .= $_GET['name'];
$text .= "'";
// ruleid: injection/sql-string-build-php
$db->query($text);

$text = <<<SQL
    SELECT * FROM users
    WHERE name = '{$_GET['name']}'
    SQL;
// ruleid: injection/sql-string-build-php
$db->query($text);

$text = vsprintf("SELECT * FROM users WHERE name = '%s'", [$_GET['name']]);
// ruleid: injection/sql-string-build-php
$db->query($text);

$text = str_replace(':name', $_GET['name'], "SELECT * FROM users WHERE name = ':name'");
// ruleid: injection/sql-string-build-php
$db->query($text);

$text = "SELECT * FROM users WHERE 1 = 1";
if (isset($_GET['name'])) {
    $text .= " AND name = ?";
}
// ok: injection/sql-string-build-php
$db->prepare($text)->execute([$_GET['name']]);
