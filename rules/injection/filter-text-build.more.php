<?php
function byMail($conn, string $mail) {
    // ruleid: injection/filter-text-build
    return ldap_search($conn, 'ou=people', '(mail=' . $mail . ')');
}
function fixed($conn) {
    // ok: injection/filter-text-build
    return ldap_search($conn, 'ou=people', '(objectClass=person)');
}
function numbered(DOMXPath $xpath, string $id) {
    // ok: injection/filter-text-build
    return $xpath->query("//user[@id='" . intval($id) . "']");
}
