<?php

use App\Http\Controllers\OrderController;
use App\Models\Order;
use Illuminate\Http\Request;
use Illuminate\Support\Facades\Route;

Route::get('/products', [ProductController::class, 'index']);

Route::middleware('auth:sanctum')->group(function () {
    Route::post('/orders', [OrderController::class, 'store']);
    Route::delete('/orders/{order}', [OrderController::class, 'destroy'])->can('delete', 'order');
    Route::put('/orders/{order}', function (Request $request, Order $order) {
        $request->user()->can('update', $order) || abort(403);
        $order->update($request->only('note'));

        return $order->only('id', 'note');
    });
});
