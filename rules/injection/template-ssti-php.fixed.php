<?php
$page = $twig->render('hello.html.twig', ['name' => $_GET['name']]);
