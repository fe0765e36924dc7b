<?php
function open() {
    // ruleid: api/cors-reflect-credentials
    header("Access-Control-Allow-Origin: " . $_SERVER["HTTP_ORIGIN"]);
    header("Access-Control-Allow-Credentials: true");
}

function interpolated() {
    // ruleid: api/cors-reflect-credentials
    header("Access-Control-Allow-Origin: {$_SERVER['HTTP_ORIGIN']}");
    header('Access-Control-Allow-Credentials: true');
}

function after() {
    header('Access-Control-Allow-Credentials: true');
    // ruleid: api/cors-reflect-credentials
    header('Access-Control-Allow-Origin: ' . $_SERVER['HTTP_ORIGIN']);
}

// ruleid: api/cors-reflect-credentials
return ['paths' => ['api/*'], 'allowed_origins' => ['*'], 'supports_credentials' => true];

function listed($allowed) {
    if (in_array($_SERVER["HTTP_ORIGIN"], $allowed, true)) {
        // ok: api/cors-reflect-credentials
        header("Access-Control-Allow-Origin: " . $_SERVER["HTTP_ORIGIN"]);
        header("Access-Control-Allow-Credentials: true");
    }
}

function fixed() {
    // ok: api/cors-reflect-credentials
    header("Access-Control-Allow-Origin: https://app.example.com");
    header("Access-Control-Allow-Credentials: true");
}

function without() {
    // ok: api/cors-reflect-credentials
    header("Access-Control-Allow-Origin: " . $_SERVER["HTTP_ORIGIN"]);
}

// ok: api/cors-reflect-credentials
return ['paths' => ['api/*'], 'allowed_origins' => ['*'], 'supports_credentials' => false];
