<?php
// ruleid: injection/path-traversal-php
touch("files/" . $_GET["name"]);
// ruleid: injection/path-traversal-php
symlink("a", "files/" . $_GET["name"]);
// ruleid: injection/path-traversal-php
gzopen("files/" . $_GET["name"], "r");
// ruleid: injection/path-traversal-php
imagecreatefrompng("files/" . $_GET["name"]);
// ruleid: injection/path-traversal-php
$filesystem->remove("files/" . $_GET["name"]);
// ruleid: injection/path-traversal-php
$dom->load("files/" . $_GET["name"]);
// ok: injection/path-traversal-php
touch("files/" . basename($_GET["name"]));
// ok: injection/path-traversal-php
gzopen("files/" . basename($_GET["name"]), "r");
// ok: injection/path-traversal-php
$filesystem->remove("files/" . basename($_GET["name"]));
// ok: injection/path-traversal-php
$cart->remove($_GET["name"]);
// ok: injection/path-traversal-php
$loader->load($_GET["name"]);
// ok: injection/path-traversal-php
imagecreatefrompng("files/" . intval($_GET["id"]) . ".png");
// ok: injection/path-traversal-php
$found = file_get_contents("https://api.example.com/?q=" . urlencode($_GET["q"]));
