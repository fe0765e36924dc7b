<?php

function sessionToken(): string
{
    $token = bin2hex(random_bytes(32));

    return $token;
}

function loginCode(): int
{
    $code = random_int(100000, 999999);

    return $code;
}
