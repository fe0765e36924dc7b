<?php
// ruleid: injection/nosql-script-build
$a = $users->find(['$where' => "this.name == '" . $name . "'"]);
// ok: injection/nosql-script-build
$b = $users->find(['name' => (string) $name]);
