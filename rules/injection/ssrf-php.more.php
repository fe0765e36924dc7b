<?php
// ruleid: injection/ssrf-php
(new \GuzzleHttp\Client())->get($_GET["url"]);
// ruleid: injection/ssrf-php
stream_socket_client("tcp://" . $_GET["host"]);
// ruleid: injection/ssrf-php
wp_remote_head($_GET["url"]);
// ok: injection/ssrf-php
(new \GuzzleHttp\Client())->get("https://api.example.com/items/" . (int) $_GET["id"]);
// ok: injection/ssrf-php
stream_socket_client("tcp://db.example.com:" . (int) $_GET["port"]);
// ok: injection/ssrf-php
wp_remote_head("https://api.example.com/");
