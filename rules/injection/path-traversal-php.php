<?php

const ROOT = '/srv/files';

$name = $_GET['file'];
// ruleid: injection/path-traversal-php
readfile(ROOT . '/' . $name);

// ruleid: injection/path-traversal-php
include 'pages/' . $_GET['page'] . '.php';

// ruleid: injection/path-traversal-php
move_uploaded_file($_FILES['avatar']['tmp_name'], "uploads/" . $_FILES['avatar']['name']);

$path = "/srv/notes/{$_POST['title']}.md";
// ruleid: injection/path-traversal-php
file_put_contents($path, 'text');

class FileController extends Controller
{
    public function download(Request $request)
    {
        $file = storage_path('app/' . $request->input('path'));
        // ruleid: injection/path-traversal-php
        return response()->download($file);
    }

    public function remove(Request $request)
    {
        // ruleid: injection/path-traversal-php
        unlink(public_path('img/') . $request->query('name'));
    }

    public function last(Request $request)
    {
        // ok: injection/path-traversal-php
        return response()->download(storage_path('app/' . basename($request->input('path'))));
    }

    public function upload(Request $request)
    {
        // ok: injection/path-traversal-php
        return $request->file('avatar')->store('avatars');
    }

    public function load($name)
    {
        // ok: injection/path-traversal-php
        return file_get_contents(ROOT . '/' . $name);
    }
}

$resolved = realpath(ROOT . '/' . $_GET['file']);
if ($resolved === false || !str_starts_with($resolved, ROOT . '/')) {
    http_response_code(404);
    exit;
}
// ok: injection/path-traversal-php
readfile($resolved);

$page = $_GET['page'];
if (!in_array($page, ['home', 'about'], true)) {
    $page = 'home';
}
// ok: injection/path-traversal-php
include "pages/$page.php";

// ok: injection/path-traversal-php
$body = file_get_contents('php://input');

// ok: injection/path-traversal-php
move_uploaded_file($_FILES['avatar']['tmp_name'], 'uploads/' . bin2hex(random_bytes(16)) . '.png');

$id = (int) $_GET['id'];
// ok: injection/path-traversal-php
readfile("/srv/invoices/$id.pdf");

// ok: injection/path-traversal-php
require __DIR__ . '/vendor/autoload.php';

function show_document($request)
{
    $path = storage_path('app/docs/' . $request->query('name'));
    // ruleid: injection/path-traversal-php
    return response()->file($path);
}

function avatar_of($request)
{
    // ok: injection/path-traversal-php
    return $request->file($request->input('field'));
}

// ruleid: injection/path-traversal-php
require_once($_GET['page']);
// ruleid: injection/path-traversal-php
require $_GET['page'];
