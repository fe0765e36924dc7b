<?php

// ruleid: injection/encoded-code-php
eval(base64_decode('ZWNobyAxOw=='));

// ruleid: injection/encoded-code-php
eval(gzinflate(base64_decode('S03OyFcoKMrMK9FQVFSwBgA=')));

$text = str_rot13('cucvasb();');
// ruleid: injection/encoded-code-php
eval($text);

$name = base64_decode('c3lzdGVt');
// ruleid: injection/encoded-code-php
$name('ls -l');

$back = strrev('metsys');
// ruleid: injection/encoded-code-php
$back('ls -l');

// ruleid: injection/encoded-code-php
call_user_func(hex2bin('73797374656d'), 'ls -l');

// ok: injection/encoded-code-php
$image = base64_decode('iVBORw0KGgo=');
// ok: injection/encoded-code-php
file_put_contents('dot.png', $image);
$handler = 'strtoupper';
// ok: injection/encoded-code-php
echo $handler(base64_decode('aGVsbG8='));
// ok: injection/encoded-code-php
echo strrev('hello');
$number = new Number(hex2bin('00ff'));
// ok: injection/encoded-code-php
echo $number->add(1)->text();
