<?php

// ruleid: injection/unsafe-deserialization-php
$cart = unserialize($_COOKIE['cart']);

$data = base64_decode($_POST['data']);
// ruleid: injection/unsafe-deserialization-php
$object = unserialize($data);

// ruleid: injection/unsafe-deserialization-php
$state = unserialize(file_get_contents('php://input'));

// ruleid: injection/unsafe-deserialization-php
$job = unserialize($redis->get('job'));

class Session
{
    public function load(Request $request)
    {
        // ruleid: injection/unsafe-deserialization-php
        return unserialize(base64_decode($request->input('state')));
    }

    public function restore($payload)
    {
        // ruleid: injection/unsafe-deserialization-php
        return unserialize($payload, ['allowed_classes' => true]);
    }

    public function json(Request $request)
    {
        // ok: injection/unsafe-deserialization-php
        return json_decode($request->input('state'), true);
    }

    public function plain($payload)
    {
        // ok: injection/unsafe-deserialization-php
        return unserialize($payload, ['allowed_classes' => false]);
    }

    public function unserialize($data)
    {
        // ok: injection/unsafe-deserialization-php
        $this->values = unserialize($data);
    }
}

// ok: injection/unsafe-deserialization-php
$text = serialize($_POST['data']);

// ok: injection/unsafe-deserialization-php
$copy = unserialize(serialize($object));

// ok: injection/unsafe-deserialization-php
$some = unserialize($_COOKIE['cart'], ['allowed_classes' => [Cart::class]]);

// ok: injection/unsafe-deserialization-php
$fixed = unserialize('a:1:{i:0;i:1;}');

final class FileCache
{
    public function read(string $path): array
    {
        // ok: injection/unsafe-deserialization-php
        return unserialize(file_get_contents($path));
    }
}
