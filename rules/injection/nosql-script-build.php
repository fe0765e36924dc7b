<?php
// ruleid: injection/nosql-script-build
$a = $users->find(['$where' => "this.name == '" . $name . "'"]);
// ok: injection/nosql-script-build
$b = $users->find(['name' => (string) $name]);
// ruleid: injection/nosql-script-build
$c = $users->find(['active' => true, '$where' => "this.tags.indexOf('" . $tag . "') >= 0"]);
// ruleid: injection/nosql-script-build
$d = $users->countDocuments(['$where' => 'this.name == "' . $_GET['name'] . '"']);
// ok: injection/nosql-script-build
$e = $users->find(['name' => ['$eq' => (string) $name]]);
// ok: injection/nosql-script-build
$f = $users->find(['$where' => 'this.a > this.b']);
