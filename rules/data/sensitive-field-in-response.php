<?php
// ruleid: data/sensitive-field-in-response
echo json_encode(['id' => $user->id, 'password' => $user->password]);
// ruleid: data/sensitive-field-in-response
return response()->json(['hash' => $user['password_hash']]);
// ok: data/sensitive-field-in-response
echo json_encode(['id' => $user->id, 'email' => $user->email]);
// ruleid: data/sensitive-field-in-response
return response()->json(['id' => $user->id, 'password' => $user->password]);
// ok: data/sensitive-field-in-response
return response()->json(['id' => $user->id, 'password_changed_at' => $user->password_changed_at]);
// ok: data/sensitive-field-in-response
return response()->json($user->only(['id', 'email']));
