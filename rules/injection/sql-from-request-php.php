<?php

const STATEMENTS = ['all' => 'SELECT id FROM orders'];

// ruleid: injection/sql-from-request-php
$pdo->query($_POST['sql']);

$sql = $_REQUEST['q'];
// ruleid: injection/sql-from-request-php
mysqli_query($link, $sql);

// ruleid: injection/sql-from-request-php
DB::select(DB::raw($request->input('statement')));

$sql = STATEMENTS[$_POST['name']];
// ok: injection/sql-from-request-php
$pdo->query($sql);
// ok: injection/sql-from-request-php
$statement = $pdo->prepare('SELECT id FROM orders WHERE id = ?');
// ok: injection/sql-from-request-php
$statement->execute([$_POST['id']]);
// ok: injection/sql-from-request-php
$pdo->query(statement_for($_POST['name']));
// ok: injection/sql-from-request-php
$index->query($_GET['q']);

$name = $_GET['name'];
// ok: injection/sql-from-request-php
$rows = $wpdb->get_results($wpdb->prepare('SELECT * FROM items WHERE name = %s', $name));
