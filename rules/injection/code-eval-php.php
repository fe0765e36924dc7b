<?php

// ruleid: injection/code-eval-php
eval($_POST['code']);

$expression = $_GET['expression'];
// ruleid: injection/code-eval-php
eval("\$result = $expression;");

// ruleid: injection/code-eval-php
eval('return ' . $_REQUEST['formula'] . ';');

// ruleid: injection/code-eval-php
eval("if ({$_GET['condition']}) { \$hit = true; }");

// ruleid: injection/code-eval-php
$double = create_function('$x', $_POST['body']);

class Calculator
{
    public function run(Request $request)
    {
        // ruleid: injection/code-eval-php
        return eval($request->input('code'));
    }

    public function json(Request $request)
    {
        // ok: injection/code-eval-php
        return json_decode($request->input('code'), true);
    }
}

// ok: injection/code-eval-php
eval('return 1 + 1;');

$number = (int) $_GET['n'];
// ok: injection/code-eval-php
eval("\$x = $number;");

// ok: injection/code-eval-php
assert($value instanceof User);

// ok: injection/code-eval-php
$found = $redis->eval($script, [$_GET['key']], 1);

// ok: injection/code-eval-php
$result = $operations[$_GET['operation']]($a, $b);

// ok: injection/code-eval-php
echo htmlspecialchars($_GET['code']);
