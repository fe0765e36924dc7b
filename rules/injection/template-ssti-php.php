<?php
// ruleid: injection/template-ssti-php
$a = $twig->createTemplate('Hello ' . $_GET['name'])->render([]);
// ruleid: injection/template-ssti-php
$b = Blade::render($_POST['template'], ['user' => $user]);
// ruleid: injection/template-ssti-php
$c = $smarty->fetch('string:' . $_GET['tpl']);
// ok: injection/template-ssti-php
$d = $twig->render('hello.html.twig', ['name' => $_GET['name']]);
// ok: injection/template-ssti-php
$e = $twig->createTemplate('Hello {{ name }}')->render(['name' => $_GET['name']]);
// ok: injection/template-ssti-php
$f = Blade::render('Hello {{ $name }}', ['name' => $_GET['name']]);
