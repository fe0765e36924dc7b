<?php

namespace App\Http\Controllers;

use Illuminate\Http\Request;
use Illuminate\Support\Facades\DB;
use PDO;

class ProductController extends Controller
{
    public function __construct(private PDO $pdo)
    {
        $this->middleware('auth');
    }

    public function show(Request $request)
    {
        $s = $this->pdo->prepare('SELECT name FROM products WHERE sku = ?');
        $s->execute([$request->query('sku')]);

        return ['name' => $s->fetchColumn()];
    }

    public function index(Request $request)
    {
        return DB::select('SELECT name FROM products WHERE maker = ?', [$request->query('maker')]);
    }
}
