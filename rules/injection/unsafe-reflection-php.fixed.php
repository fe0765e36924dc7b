<?php
$allowed = ['csv' => CsvReport::class, 'pdf' => PdfReport::class];
if (!isset($allowed[$_GET['type']])) {
    http_response_code(404);
    exit;
}
$class = $allowed[$_GET['type']];
$report = new $class();
