<?php
$conn = ftp_connect('files');
// ruleid: api/cleartext-login
ftp_login($conn, $user, $password);

function safe($user, $password) {
    $tls = ftp_ssl_connect('files');
    // ok: api/cleartext-login
    ftp_login($tls, $user, $password);
}
