<?php

function find($conn, string $uid)
{
    return ldap_search($conn, 'ou=people', '(uid=' . ldap_escape($uid, '', LDAP_ESCAPE_FILTER) . ')');
}

function user(DOMXPath $xpath, string $name): ?DOMElement
{
    foreach ($xpath->query('//user') as $user) {
        if ($user->getAttribute('name') === $name) {
            return $user;
        }
    }

    return null;
}
