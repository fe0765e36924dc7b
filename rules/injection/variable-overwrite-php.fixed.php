<?php
parse_str($_SERVER['QUERY_STRING'], $fields);
$name = $fields['name'] ?? '';
$title = $_POST['title'] ?? '';
