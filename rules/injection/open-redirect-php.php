<?php
// ruleid: injection/open-redirect-php
header('Location: ' . $_GET['next']);
$to = $_POST['to'];
// ruleid: injection/open-redirect-php
header("Location: $to");

class LoginController extends Controller
{
    public function go(Request $request)
    {
        // ruleid: injection/open-redirect-php
        return redirect($request->input('next'));
    }

    public function away(Request $request)
    {
        // ruleid: injection/open-redirect-php
        return redirect()->away($request->query('url'));
    }

    public function fine(Request $request)
    {
        $next = $request->input('next');
        if (!str_starts_with($next, '/') || str_starts_with($next, '//')) {
            $next = '/';
        }
        // ok: injection/open-redirect-php
        return redirect($next);
    }

    public function home()
    {
        // ok: injection/open-redirect-php
        return redirect('/home');
    }
}
// ok: injection/open-redirect-php
header('Location: /items.php?id=' . urlencode($_GET['id']));
// ok: injection/open-redirect-php
header('Location: /home');

$chosen = in_array($_GET['to'], ['/home', '/profile'], true) ? $_GET['to'] : '/home';
// ok: injection/open-redirect-php
header('Location: ' . $chosen);

// ok: injection/open-redirect-php
wp_redirect(admin_url('tools.php?page=' . $_GET['page']));
