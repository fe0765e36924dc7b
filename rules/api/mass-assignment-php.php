<?php
class UserController extends Controller
{
    public function store(Request $request)
    {
        // ruleid: api/mass-assignment-php
        User::create($request->all());
        // ruleid: api/mass-assignment-php
        $user->update($request->all());
        // ruleid: api/mass-assignment-php
        $user->forceFill($request->input());
        // ruleid: api/mass-assignment-php
        return Order::create(request()->all());
    }

    public function fine(Request $request)
    {
        // ok: api/mass-assignment-php
        User::create($request->validate(['name' => 'required']));
        // ok: api/mass-assignment-php
        $user->update($request->only(['name', 'email']));
        // ok: api/mass-assignment-php
        $user->update($request->validated());
        // ok: api/mass-assignment-php
        Log::info('request', $request->all());
    }
}
