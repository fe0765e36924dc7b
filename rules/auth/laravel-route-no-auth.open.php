<?php

use App\Models\User;
use Illuminate\Support\Facades\Route;

// The controller may ask for itself.
// ok: auth/laravel-route-no-auth
Route::delete('/orders/{order}', [OrderController::class, 'destroy']);

// ruleid: auth/laravel-route-no-auth
Route::delete('/users/{id}', function ($id) {
    User::destroy($id);
    return response()->noContent();
});
