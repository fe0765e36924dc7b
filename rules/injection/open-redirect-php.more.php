<?php
// ruleid: injection/open-redirect-php
header("Refresh: 0; url=" . $_GET["to"]);
// ruleid: injection/open-redirect-php
header(sprintf("Location: %s", $_GET["to"]));
// ruleid: injection/open-redirect-php
$response->withHeader("Location", $_GET["to"]);
// ruleid: injection/open-redirect-php
$response->withRedirect($_GET["to"]);
// ruleid: injection/open-redirect-php
Redirect::away($_GET["to"]);
// ok: injection/open-redirect-php
header("Refresh: 5");
// ok: injection/open-redirect-php
header(sprintf("Location: /items/%d", (int) $_GET["id"]));
// ok: injection/open-redirect-php
$response->withHeader("Location", "/home");
// ok: injection/open-redirect-php
$response->withHeader("X-Trace", $_GET["trace"]);
// ok: injection/open-redirect-php
Redirect::route("home");
