<?php

namespace App\Http\Controllers;

use Illuminate\Http\Request;
use Illuminate\Support\Facades\Http;
use InvalidArgumentException;

const ALLOWED_HOSTS = ['images.example.com'];

class ImageController extends Controller
{
    public function __construct()
    {
        $this->middleware('auth');
    }

    public function show(Request $request)
    {
        $url = $request->query('url');
        if (parse_url($url, PHP_URL_SCHEME) !== 'https' || !in_array(parse_url($url, PHP_URL_HOST), ALLOWED_HOSTS, true)) {
            throw new InvalidArgumentException('host');
        }

        return response(Http::withOptions(['allow_redirects' => false])->get($url)->body(), 200, ['Content-Type' => 'image/png']);
    }
}
