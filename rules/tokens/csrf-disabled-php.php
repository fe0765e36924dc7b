<?php
class VerifyCsrfToken extends Middleware
{
    // ruleid: tokens/csrf-disabled-php
    protected $except = ['*'];
}

class Other extends Middleware
{
    // ok: tokens/csrf-disabled-php
    protected $except = ['*'];
}

// ruleid: tokens/csrf-disabled-php
Route::post('/transfer', [TransferController::class, 'store'])->withoutMiddleware([VerifyCsrfToken::class]);
// ok: tokens/csrf-disabled-php
Route::post('/stripe/webhook', [WebhookController::class, 'handle'])->withoutMiddleware([VerifyCsrfToken::class]);
// ok: tokens/csrf-disabled-php
Route::post('/transfer', [TransferController::class, 'store'])->middleware('auth');
// ruleid: tokens/csrf-disabled-php
$resolver->setDefaults(['data_class' => Task::class, 'csrf_protection' => false]);
// ok: tokens/csrf-disabled-php
$resolver->setDefaults(['data_class' => Task::class]);
