<?php

namespace App\Http\Controllers;

use App\Models\User;
use Illuminate\Http\Request;

class ProfileController extends Controller
{
    public function __construct()
    {
        $this->middleware('auth');
    }

    public function update(Request $request)
    {
        $request->user()->update($request->only(['name', 'email']));

        return ['id' => $request->user()->id];
    }

    public function store(Request $request)
    {
        $this->authorize('create', User::class);
        $user = User::create($request->validate(['name' => 'required|max:80', 'email' => 'required|email']));

        return response(['id' => $user->id], 201);
    }
}
