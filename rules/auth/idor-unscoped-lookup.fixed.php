<?php

namespace App\Http\Controllers;

use App\Models\Note;
use Illuminate\Http\Request;

class OrderController extends Controller
{
    public function __construct()
    {
        $this->middleware('auth');
    }

    public function update(Request $request, $id)
    {
        $order = $request->user()->orders()->findOrFail($id);
        $order->update($request->only('note'));

        return ['id' => $order->id];
    }

    public function destroyNote(Request $request, $id)
    {
        Note::where('id', $id)->where('user_id', $request->user()->id)->firstOrFail()->delete();

        return response()->noContent();
    }
}
