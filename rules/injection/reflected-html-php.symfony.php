<?php
class SymfonyGreeting
{
    public function greet(Request $request): Response
    {
        // ruleid: injection/reflected-html-php
        return new Response('<h1>Hi ' . $request->query->get('name') . '</h1>');
    }

    public function escaped(Request $request): Response
    {
        // ok: injection/reflected-html-php
        return new Response('<h1>Hi ' . htmlspecialchars((string) $request->query->get('name')) . '</h1>');
    }
}

// ruleid: injection/reflected-html-php
printf('<li>%s</li>', strip_tags($_POST['comment'], '<a><img>'));
// ok: injection/reflected-html-php
printf('<li>%s</li>', strip_tags($_POST['comment']));
