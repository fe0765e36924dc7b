<?php
// ruleid: api/plain-http
$ch = curl_init('http://api.example.org/v1/me');
// ok: api/plain-http
$ok = curl_init('https://api.example.org/v1/me');
