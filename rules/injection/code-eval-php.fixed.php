<?php

namespace App\Http\Controllers;

use Illuminate\Http\Request;

class CalculatorController extends Controller
{
    public function __construct()
    {
        $this->middleware('auth');
    }

    public function run(Request $request)
    {
        $operations = [
            'add' => fn (float $a, float $b) => $a + $b,
            'multiply' => fn (float $a, float $b) => $a * $b,
        ];
        $name = $request->input('operation');
        abort_unless(isset($operations[$name]), 400);

        return ['result' => $operations[$name]((float) $request->input('a'), (float) $request->input('b'))];
    }

    public function options(Request $request)
    {
        return json_decode($request->input('options'), true, 16, JSON_THROW_ON_ERROR);
    }
}
