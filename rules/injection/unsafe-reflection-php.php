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
