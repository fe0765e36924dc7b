<?php
// ruleid: auth/password-min-length
if (strlen($_POST['password']) < 6) {
    exit('too short');
}
// ok: auth/password-min-length
if (strlen($password) < 10) {
    exit('too short');
}
