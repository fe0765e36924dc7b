<?php
// ruleid: tokens/tls-verify-disabled-php
curl_setopt($ch, CURLOPT_SSL_VERIFYHOST, 0);
// ruleid: tokens/tls-verify-disabled-php
curl_setopt($ch, CURLOPT_SSL_VERIFYHOST, false);
// ruleid: tokens/tls-verify-disabled-php
wp_remote_get("https://example.com", ["sslverify" => false]);
// ruleid: tokens/tls-verify-disabled-php
$mail->SMTPOptions = ["ssl" => ["verify_peer" => false]];
// ruleid: tokens/tls-verify-disabled-php
$context = stream_context_create(["ssl" => ["allow_self_signed" => true]]);
// ruleid: tokens/tls-verify-disabled-php
add_filter("https_ssl_verify", "__return_false");
// ruleid: tokens/tls-verify-disabled-php
ldap_set_option(null, LDAP_OPT_X_TLS_REQUIRE_CERT, LDAP_OPT_X_TLS_NEVER);
// ok: tokens/tls-verify-disabled-php
curl_setopt($ch, CURLOPT_SSL_VERIFYHOST, 2);
// ok: tokens/tls-verify-disabled-php
wp_remote_get("https://example.com", ["sslverify" => true]);
// ok: tokens/tls-verify-disabled-php
$mail->SMTPOptions = ["ssl" => ["verify_peer" => true]];
// ok: tokens/tls-verify-disabled-php
add_filter("https_ssl_verify", "__return_true");
