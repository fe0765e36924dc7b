<?php
// ruleid: injection/code-eval-php
preg_replace("/.*/e", $_GET["code"], "x");
// ok: injection/code-eval-php
preg_replace("/e/", $_GET["text"], "x");
// ok: injection/code-eval-php
preg_replace("/.*/i", $_GET["text"], "x");
