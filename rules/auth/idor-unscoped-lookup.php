<?php

namespace App\Http\Controllers;

use App\Models\Invoice;
use App\Models\Note;
use App\Models\Order;
use App\Models\Product;
use Illuminate\Http\Request;

class OrderController extends Controller
{
    public function __construct()
    {
        $this->middleware('auth');
    }

    public function index(Request $request)
    {
        // ok: auth/idor-unscoped-lookup
        return Order::where('user_id', $request->user()->id)->get();
    }

    public function show($id)
    {
        // ok: auth/idor-unscoped-lookup
        return Order::findOrFail($id);
    }

    public function lines($id)
    {
        // ok: auth/idor-unscoped-lookup
        return auth()->user()->orders()->findOrFail($id)->lines;
    }

    public function update(Request $request, $id)
    {
        // ruleid: auth/idor-unscoped-lookup
        $order = Order::find($id);
        $order->update($request->only('note'));
        return $order;
    }

    public function cancel($id)
    {
        // ok: auth/idor-unscoped-lookup
        $order = Order::findOrFail($id);
        $this->authorize('update', $order);
        $order->cancel();
    }

    public function destroyNote($id)
    {
        // ruleid: auth/idor-unscoped-lookup
        Note::destroy($id);
        return response()->noContent();
    }

    public function note($id)
    {
        // ok: auth/idor-unscoped-lookup
        $note = Note::findOrFail($id);
        abort_if($note->user_id !== auth()->id(), 403);
        return $note;
    }

    public function pay(Request $request)
    {
        // ruleid: auth/idor-unscoped-lookup
        $invoice = Invoice::findOrFail($request->input('invoice_id'));
        $invoice->update(['paid' => true]);
        return $invoice;
    }

    public function invoice($id)
    {
        // ok: auth/idor-unscoped-lookup
        $invoice = Invoice::findOrFail($id);
        if ($invoice->user_id !== auth()->id()) {
            abort(403);
        }
        return $invoice;
    }

    public function product($id)
    {
        // ok: auth/idor-unscoped-lookup
        return Product::findOrFail($id);
    }
}
