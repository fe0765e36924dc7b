<?php
function find($conn, string $uid) {
    // ruleid: injection/filter-text-build
    return ldap_search($conn, 'ou=people', "(uid=$uid)");
}
function user(DOMXPath $xpath, string $name) {
    // ruleid: injection/filter-text-build
    return $xpath->query("//user[name='" . $name . "']");
}
function grants($db, string $name) {
    // ok: injection/filter-text-build
    return $db->query("GRANT SELECT ON a (b='" . $name . "')");
}
function escaped($conn, string $uid) {
    // ok: injection/filter-text-build
    return ldap_search($conn, 'ou=people', '(uid=' . ldap_escape($uid, '', LDAP_ESCAPE_FILTER) . ')');
}
function listed($conn, string $uid) {
    // ruleid: injection/filter-text-build
    return ldap_list($conn, 'ou=people', '(&(objectClass=person)(uid=' . $uid . '))');
}
function fixed($conn) {
    // ok: injection/filter-text-build
    return ldap_search($conn, 'ou=people', '(objectClass=person)');
}
function numbered(DOMXPath $xpath, string $id) {
    // ok: injection/filter-text-build
    return $xpath->query('//user[@id=' . (int) $id . ']');
}
