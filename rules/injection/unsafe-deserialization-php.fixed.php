<?php

namespace App\Http\Controllers;

use Illuminate\Http\Request;

class BasketController extends Controller
{
    public function __construct()
    {
        $this->middleware('auth');
    }

    public function restore(Request $request)
    {
        $basket = json_decode($request->cookie('basket'), true, 16, JSON_THROW_ON_ERROR);

        return ['items' => array_map('intval', $basket['items'] ?? [])];
    }

    public function old(Request $request)
    {
        $state = unserialize($request->input('state'), ['allowed_classes' => false]);

        return ['items' => array_map('intval', $state['items'] ?? [])];
    }
}
