<?php

function findPerson($ds, string $base, SimpleXMLElement $people): array
{
    $user = $_POST['user'];
    $found = ldap_search($ds, $base, '(uid=' . ldap_escape($user, '', LDAP_ESCAPE_FILTER) . ')', ['cn', 'title']);
    $titles = [];
    foreach ($people->xpath('//person') as $person) {
        if ((string) $person['name'] === $user) {
            $titles[] = (string) $person->title;
        }
    }

    return ['count' => ldap_count_entries($ds, $found), 'titles' => $titles];
}
