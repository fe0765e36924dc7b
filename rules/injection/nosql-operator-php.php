<?php
// ruleid: injection/nosql-operator-php
$users->findOne(["name" => $_POST["name"], "password" => $_POST["password"]]);
// ruleid: injection/nosql-operator-php
$collection->find(["name" => $_GET["name"]]);
// ruleid: injection/nosql-operator-php
$client->shop->users->deleteOne(["token" => $_GET["token"]]);
$name = $_POST["name"];
// ruleid: injection/nosql-operator-php
$users->updateOne(["name" => $name], $change);
// ok: injection/nosql-operator-php
$users->findOne(["name" => (string) $_POST["name"]]);
// ok: injection/nosql-operator-php
$collection->find(["name" => strval($_GET["name"])]);
// ok: injection/nosql-operator-php
$users->deleteOne(["_id" => new MongoDB\BSON\ObjectId($_GET["id"])]);
// ok: injection/nosql-operator-php
$repository->find(["name" => $_GET["name"]]);
