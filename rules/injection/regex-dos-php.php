<?php
// ruleid: injection/regex-dos-php
preg_match($_GET["expression"], $text);
// ruleid: injection/regex-dos-php
preg_match("/" . $_GET["word"] . "/", $text);
// ruleid: injection/regex-dos-php
preg_replace("/^{$_POST["word"]}/", "", $text);
// ruleid: injection/regex-dos-php
mb_ereg_replace($_GET["word"], "", $text);
// ok: injection/regex-dos-php
preg_match("/" . preg_quote($_GET["word"], "/") . "/", $text);
// ok: injection/regex-dos-php
preg_match("/^[a-z]+$/", $_GET["word"]);
// ok: injection/regex-dos-php
preg_replace("/a/", $_GET["word"], $text);
// ok: injection/regex-dos-php
preg_split("/,/", $_GET["list"]);
