<?php

function low($password) {
    // ruleid: tokens/password-hash-low-cost
    password_hash($password, PASSWORD_BCRYPT, ['cost' => 4]);
    // ruleid: tokens/password-hash-low-cost
    password_hash($password, PASSWORD_DEFAULT, ['cost' => 8]);
    // ruleid: tokens/password-hash-low-cost
    password_hash($_POST['password'], PASSWORD_BCRYPT, array('cost' => 5));
}

function high($password, $cost) {
    // ok: tokens/password-hash-low-cost
    password_hash($password, PASSWORD_DEFAULT);
    // ok: tokens/password-hash-low-cost
    password_hash($password, PASSWORD_BCRYPT, ['cost' => 12]);
    // ok: tokens/password-hash-low-cost
    password_hash($password, PASSWORD_BCRYPT, ['cost' => $cost]);
}
