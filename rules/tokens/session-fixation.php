<?php
function login($user, $password) {
    if (password_verify($password, $user['hash'])) {
        // ruleid: tokens/session-fixation
        $_SESSION['user_id'] = $user['id'];
    }
}
function safe($user, $password) {
    if (password_verify($password, $user['hash'])) {
        session_regenerate_id(true);
        // ok: tokens/session-fixation
        $_SESSION['user_id'] = $user['id'];
    }
}
function theme($value) {
    // ok: tokens/session-fixation
    $_SESSION['theme'] = $value;
}
