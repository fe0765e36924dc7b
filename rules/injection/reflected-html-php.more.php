<?php
// ruleid: injection/reflected-html-php
echo "Hello ", $_GET["name"];
// ruleid: injection/reflected-html-php
print_r($_GET);
// ruleid: injection/reflected-html-php
var_dump($_POST);
// ruleid: injection/reflected-html-php
vprintf("<p>%s</p>", [$_GET["name"]]);
// ok: injection/reflected-html-php
echo "Hello ", htmlspecialchars($_GET["name"]);
// ok: injection/reflected-html-php
$text = print_r($_GET, true);
// ok: injection/reflected-html-php
var_dump(count($_POST));
// ok: injection/reflected-html-php
vprintf("<p>%s</p>", [htmlspecialchars($_GET["name"])]);
