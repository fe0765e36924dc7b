<?php

namespace App\Http\Controllers;

use Illuminate\Http\Request;

const ROOT = '/srv/files';

class FileController extends Controller
{
    public function __construct()
    {
        $this->middleware('auth');
    }

    public function show(Request $request)
    {
        $path = realpath(ROOT . '/' . $request->query('name'));
        if ($path === false || !str_starts_with($path, ROOT . '/')) {
            abort(404);
        }

        return response()->file($path);
    }

    public function logo(Request $request)
    {
        return file_get_contents(ROOT . '/logos/' . basename($request->query('name')));
    }
}
