<?php
// ruleid: tokens/tls-old-version
curl_setopt($ch, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_0);
// ruleid: tokens/tls-old-version
curl_setopt($ch, CURLOPT_SSLVERSION, 3);
// ruleid: tokens/tls-old-version
stream_socket_enable_crypto($socket, true, STREAM_CRYPTO_METHOD_SSLv3_CLIENT);
// ruleid: tokens/tls-old-version
curl_setopt_array($ch, [CURLOPT_URL => $url, CURLOPT_SSLVERSION => CURL_SSLVERSION_SSLv3]);
// ok: tokens/tls-old-version
curl_setopt($ch, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
// ok: tokens/tls-old-version
curl_setopt($ch, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1);
// ok: tokens/tls-old-version
curl_setopt($ch, CURLOPT_SSLVERSION, 6);
// ok: tokens/tls-old-version
stream_socket_enable_crypto($socket, true, STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT);
