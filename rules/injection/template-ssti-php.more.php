<?php
// ruleid: injection/template-ssti-php
$smarty->display("eval:" . $_GET["text"]);
// ruleid: injection/template-ssti-php
new \Twig\Loader\ArrayLoader(["page" => "Hi " . $_GET["name"]]);
// ok: injection/template-ssti-php
$smarty->display("page.tpl");
// ok: injection/template-ssti-php
new \Twig\Loader\ArrayLoader(["page" => "Hi {{ name }}"]);
