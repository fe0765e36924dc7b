<?php
$class = $_GET['class'];
// ruleid: injection/unsafe-reflection-php
$object = new $class();
// ruleid: injection/unsafe-reflection-php
call_user_func($_POST['action'], $_POST['value']);
// ruleid: injection/unsafe-reflection-php
$r = new ReflectionClass($_GET['type']);
// ok: injection/unsafe-reflection-php
$safe = new Report($_GET['title']);
// ok: injection/unsafe-reflection-php
call_user_func('strtoupper', $_POST['value']);
$handlers = ['a' => 'run_a', 'b' => 'run_b'];
$allowed = $handlers;
// ok: injection/unsafe-reflection-php
call_user_func($allowed[$_POST['action']], $_POST['value']);

function resolve_controller($request)
{
    // ok: injection/unsafe-reflection-php
    return new $request->attributes->get('_controller');
}

// ruleid: injection/unsafe-reflection-php
$_GET['do']($_GET['what']);
$do = $_POST['do'];
// ruleid: injection/unsafe-reflection-php
$do('x');
// ruleid: injection/unsafe-reflection-php
usort($rows, $_GET['by']);
// ruleid: injection/unsafe-reflection-php
register_shutdown_function($_GET['do'], 'x');
$handlers = ['show' => fn (string $text) => print($text)];
$show = $handlers['show'];
// ok: injection/unsafe-reflection-php
$show($_GET['what']);
// ok: injection/unsafe-reflection-php
usort($rows, fn ($a, $b) => $a <=> $b);
// ok: injection/unsafe-reflection-php
strtoupper($_GET['what']);

class Reader
{
    public function read($request)
    {
        $cache = new Cache($_GET['id']);
        // ok: injection/unsafe-reflection-php
        $cache->load($request->headers->get('Range'));
        // ok: injection/unsafe-reflection-php
        return $request->getContent();
    }
}
