<?php
// ruleid: injection/variable-overwrite-php
extract($_POST);
// ruleid: injection/variable-overwrite-php
extract($_REQUEST, EXTR_OVERWRITE);
// ruleid: injection/variable-overwrite-php
foreach ($_GET as $key => $value) {
    $$key = $value;
}
// ruleid: injection/variable-overwrite-php
parse_str($_SERVER['QUERY_STRING']);
// ok: injection/variable-overwrite-php
extract($_POST, EXTR_SKIP);
// ok: injection/variable-overwrite-php
extract(['title' => $title]);
// ok: injection/variable-overwrite-php
parse_str($_SERVER['QUERY_STRING'], $fields);
// ok: injection/variable-overwrite-php
foreach ($_GET as $key => $value) {
    $fields[$key] = $value;
}
// ok: injection/variable-overwrite-php
$name = $_POST['name'];
