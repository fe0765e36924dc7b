<?php
// ruleid: injection/nosql-script-build
$a = $users->find(['$where' => 'this.name == "' . $_GET['name'] . '"']);
// ruleid: injection/nosql-script-build
$b = $users->findOne(['$where' => "this.mail == '" . $mail . "'"]);
// ok: injection/nosql-script-build
$c = $users->find(['$where' => 'this.a > this.b']);
// ok: injection/nosql-script-build
$d = $users->find(['mail' => ['$eq' => (string) $mail]]);
