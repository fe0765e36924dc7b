<?php
// ruleid: data/sensitive-field-in-response
echo json_encode(['id' => $user->id, 'password' => $user->password]);
// ruleid: data/sensitive-field-in-response
return response()->json(['hash' => $user['password_hash']]);
// ok: data/sensitive-field-in-response
echo json_encode(['id' => $user->id, 'email' => $user->email]);
