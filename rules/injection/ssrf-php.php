<?php

$url = $_GET['url'];
// ruleid: injection/ssrf-php
$page = file_get_contents($url);

// ruleid: injection/ssrf-php
$ch = curl_init($_POST['target']);

$handle = curl_init();
// ruleid: injection/ssrf-php
curl_setopt($handle, CURLOPT_URL, $url);

class PreviewController extends Controller
{
    public function preview(Request $request)
    {
        // ruleid: injection/ssrf-php
        return Http::get($request->input('url'))->body();
    }

    public function webhook(Request $request)
    {
        $client = new Client();
        // ruleid: injection/ssrf-php
        return $client->request('POST', $request->input('callback'), ['json' => []]);
    }

    public function host(Request $request)
    {
        // ruleid: injection/ssrf-php
        return $this->httpClient->get('https://' . $request->input('host') . '/status');
    }

    public function user(Request $request)
    {
        // ok: injection/ssrf-php
        return Http::get('https://api.example.com/users/' . $request->input('name'))->json();
    }

    public function listed(Request $request)
    {
        $url = $request->input('url');
        if (!in_array(parse_url($url, PHP_URL_HOST), ['api.example.com'], true)) {
            abort(400);
        }
        // ok: injection/ssrf-php
        return Http::get($url)->body();
    }

    public function fetch(string $url)
    {
        // ok: injection/ssrf-php
        return Http::get($url)->body();
    }
}

$target = $_GET['target'];
$host = parse_url($target, PHP_URL_HOST);
if (!in_array($host, $allowed, true)) {
    exit;
}
// ok: injection/ssrf-php
$page = curl_init($target);

$query = urlencode($_GET['q']);
// ok: injection/ssrf-php
$found = file_get_contents("https://api.example.com/search?q=$query");

// ok: injection/ssrf-php
curl_setopt($handle, CURLOPT_POSTFIELDS, $_POST);

// ok: injection/ssrf-php
$item = curl_init("https://api.example.com/items/{$_GET['id']}");
