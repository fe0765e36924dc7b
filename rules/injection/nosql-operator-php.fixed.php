<?php
$user = $users->findOne(["name" => (string) $_POST["name"]]);
