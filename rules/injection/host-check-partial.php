<?php
$host = parse_url($url, PHP_URL_HOST);
// ruleid: injection/host-check-partial
if (str_ends_with($host, 'example.com')) {
    go($url);
}
// ruleid: injection/host-check-partial
if (strpos($host, 'example.com') !== false) {
    go($url);
}
// ok: injection/host-check-partial
if ($host === 'example.com' || str_ends_with($host, '.example.com')) {
    go($url);
}
