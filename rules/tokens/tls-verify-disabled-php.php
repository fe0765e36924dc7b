<?php

// ruleid: tokens/tls-verify-disabled-php
curl_setopt($ch, CURLOPT_SSL_VERIFYPEER, false);

// ruleid: tokens/tls-verify-disabled-php
curl_setopt($ch, CURLOPT_SSL_VERIFYPEER, 0);

// ruleid: tokens/tls-verify-disabled-php
curl_setopt_array($ch, [CURLOPT_URL => 'https://example.com', CURLOPT_SSL_VERIFYPEER => false]);

// ruleid: tokens/tls-verify-disabled-php
$client = new Client(['base_uri' => 'https://example.com', 'verify' => false]);

// ruleid: tokens/tls-verify-disabled-php
$response = Http::withoutVerifying()->get('https://example.com');

// ruleid: tokens/tls-verify-disabled-php
$context = stream_context_create(['ssl' => ['verify_peer' => false, 'verify_peer_name' => false]]);

// ok: tokens/tls-verify-disabled-php
curl_setopt($ch, CURLOPT_SSL_VERIFYPEER, true);

// ok: tokens/tls-verify-disabled-php
curl_setopt($ch, CURLOPT_CAINFO, '/etc/ssl/private-ca.pem');

// ok: tokens/tls-verify-disabled-php
$client = new Client(['verify' => '/etc/ssl/private-ca.pem']);

// ok: tokens/tls-verify-disabled-php
$response = Http::get('https://example.com');

// ok: tokens/tls-verify-disabled-php
$context = stream_context_create(['ssl' => ['verify_peer' => true]]);

// ok: tokens/tls-verify-disabled-php
$form = new Form(['verify' => true]);
