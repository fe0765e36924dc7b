<?php
// ruleid: data/sensitive-field-in-response
echo json_encode(['ssn' => $user->ssn, 'name' => $user->name]);
// ok: data/sensitive-field-in-response
echo json_encode(['password_changed_at' => $user->password_changed_at]);
// ok: data/sensitive-field-in-response
return response()->json(['password' => 'must be longer']);
