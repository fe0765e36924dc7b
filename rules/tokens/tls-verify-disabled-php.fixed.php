<?php

use GuzzleHttp\Client;

function stock(): string
{
    $ch = curl_init('https://stock.internal.example.com/items');
    curl_setopt($ch, CURLOPT_RETURNTRANSFER, true);
    curl_setopt($ch, CURLOPT_CAINFO, '/etc/ssl/private-ca.pem');

    return curl_exec($ch);
}

$client = new Client(['base_uri' => 'https://stock.internal.example.com', 'verify' => '/etc/ssl/private-ca.pem']);
