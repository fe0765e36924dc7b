<?php
$name = $_GET['name'];
// ruleid: injection/reflected-html-php
echo "<h1>Hello " . $name . "</h1>";
// ok: injection/reflected-html-php
echo "<h1>Hello " . htmlspecialchars($name, ENT_QUOTES, 'UTF-8') . "</h1>";
// ruleid: injection/reflected-html-php
print($_POST['comment']);
// ruleid: injection/reflected-html-php
echo "<form action='{$_SERVER['PHP_SELF']}'>";
// ok: injection/reflected-html-php
echo htmlentities($_SERVER['PHP_SELF']);
// ok: injection/reflected-html-php
echo (int) $_GET['page'];
// ok: injection/reflected-html-php
echo json_encode(['name' => $_GET['name']]);
// ruleid: injection/reflected-html-php
printf('<p>%s</p>', $_COOKIE['theme']);
if (isset($_GET['debug'])) {
  // ok: injection/reflected-html-php
  echo "debug is on";
}

function greet(): void
{
  $who = trim($_REQUEST['who']);
  // ruleid: injection/reflected-html-php
  die("Unknown user $who");
}

function feed(): void
{
  header('Content-Type: application/json');
  // ok: injection/reflected-html-php
  echo '{"callback": 1, "echo": "' . $_GET['n'] . '"}';
}

class HelloController extends Controller
{
  public function hi(Request $request)
  {
    // ruleid: injection/reflected-html-php
    return response('<p>Hi ' . $request->input('name') . '</p>');
  }

  public function fine(Request $request)
  {
    // ok: injection/reflected-html-php
    return response('<p>Hi ' . e($request->input('name')) . '</p>');
  }

  public function json(Request $request)
  {
    // ok: injection/reflected-html-php
    return response()->json(['name' => $request->input('name')]);
  }
}
?>
<p>You searched: <?= htmlspecialchars($_GET['q'] ?? '', ENT_QUOTES) ?></p>
