<?php
$user = $_POST['user'];
// ruleid: injection/ldap-xpath-php
$a = ldap_search($ds, 'ou=people,dc=example', "(uid=$user)");
// ruleid: injection/ldap-xpath-php
$b = ldap_list($ds, 'ou=people,dc=example', '(mail=' . $_GET['mail'] . ')');
// ruleid: injection/ldap-xpath-php
$c = $xpath->query("//user[@name='" . $user . "']");
// ruleid: injection/ldap-xpath-php
$d = $xml->xpath("//user[name='$user']");
$safe = ldap_escape($_POST['user'], '', LDAP_ESCAPE_FILTER);
// ok: injection/ldap-xpath-php
$e = ldap_search($ds, 'ou=people,dc=example', "(uid=$safe)");
// ok: injection/ldap-xpath-php
$f = ldap_search($ds, 'ou=people,dc=example', '(objectClass=person)');
// ok: injection/ldap-xpath-php
$g = $xpath->query('//user');
// ok: injection/ldap-xpath-php
$h = $xpath->query('//user[@id=' . (int) $user . ']');
