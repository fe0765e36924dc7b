<?php

use App\Http\Controllers\CommentController;
use App\Http\Controllers\OrderController;
use App\Http\Controllers\PostController;
use App\Http\Controllers\WebhookController;
use App\Models\Order;
use Illuminate\Http\Request;
use Illuminate\Support\Facades\Route;

// ok: auth/laravel-route-no-auth
Route::get('/posts', [PostController::class, 'index']);
// ok: auth/laravel-route-no-auth
Route::post('/login', [SessionController::class, 'store']);
// ok: auth/laravel-route-no-auth
Route::post('/forgot-password', [PasswordController::class, 'email'])->middleware('guest');

Route::middleware(['auth:sanctum'])->group(function () {
    // ok: auth/laravel-route-no-auth
    Route::post('/posts', [PostController::class, 'store']);
    Route::prefix('orders')->group(function () {
        // ok: auth/laravel-route-no-auth
        Route::put('/{order}', [OrderController::class, 'update']);
    });
});

// ruleid: auth/laravel-route-no-auth
Route::delete('/posts/{post}', [PostController::class, 'destroy']);

// ruleid: auth/laravel-route-no-auth
Route::put('/orders/{order}/status', [OrderController::class, 'status'])->name('orders.status');

Route::prefix('v2')->group(function () {
    // ruleid: auth/laravel-route-no-auth
    Route::patch('/orders/{id}', [OrderController::class, 'patch']);
});

// ok: auth/laravel-route-no-auth
Route::patch('/comments/{comment}', [CommentController::class, 'update'])->middleware('auth')->name('comments.update');

// ok: auth/laravel-route-no-auth
Route::delete('/comments/{comment}', [CommentController::class, 'destroy'])->can('delete', 'comment');

Route::group(['middleware' => ['auth', 'verified'], 'prefix' => 'account'], function () {
    // ok: auth/laravel-route-no-auth
    Route::delete('/orders/{order}', [OrderController::class, 'destroy']);
    // ruleid: auth/laravel-route-no-auth
    Route::delete('/drafts/{draft}', [PostController::class, 'draft'])->withoutMiddleware('auth');
});

// ok: auth/laravel-route-no-auth
Route::post('/webhooks/stripe', [WebhookController::class, 'handle']);

// ruleid: auth/laravel-route-no-auth
Route::post('/orders/{id}/refund', function (Request $request, $id) {
    $order = Order::findOrFail($id);
    $order->update(['refunded' => true]);
    return $order;
});
