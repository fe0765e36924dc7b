<?php
// ruleid: auth/password-literal-compare
if ($_POST['username'] === 'admin' && $_POST['password'] === 'sommer2024') {
    $_SESSION['admin'] = true;
}
// ruleid: auth/password-literal-compare
if ($password == 'letmein99') {
    $_SESSION['admin'] = true;
}
// ruleid: auth/password-literal-compare
if ($request->password !== 'hunter42') {
    exit;
}
// ruleid: auth/password-literal-compare
if ($input['pin'] == '4711') {
    unlock();
}
// ok: auth/password-literal-compare
if ($password === '') {
    exit;
}
// ok: auth/password-literal-compare
if ($password !== $passwordConfirmation) {
    exit;
}
// ok: auth/password-literal-compare
if (password_verify($password, $user['hash'])) {
    $_SESSION['user'] = $user['id'];
}
// ok: auth/password-literal-compare
if ($field === 'password') {
    hide($field);
}
// ok: auth/password-literal-compare
if ($_POST['grant_type'] === 'password') {
    grant();
}
// ok: auth/password-literal-compare
if (getenv('DB_PASSWORD') === 'rootroot') {
    warn();
}
// ok: auth/password-literal-compare
if ($_POST['pred_password'] === 'any') {
    reset_fields();
}
