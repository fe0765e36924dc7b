<?php
Route::get('/list/{dir}', function ($dir) {
    // ruleid: injection/os-command-string-php
    system("ls " . $dir);
    // ok: injection/os-command-string-php
    system("ls " . escapeshellarg($dir));
});
Route::post('/list', function (Request $r) {
    // ruleid: injection/os-command-string-php
    system("ls " . $r->input('dir'));
});
$app->get('/list/{dir}', function (Request $request, Response $response, array $args) {
    // ruleid: injection/os-command-string-php
    system("ls " . $args['dir']);
    // ok: injection/os-command-string-php
    system("ls " . escapeshellarg($args['dir']));
    return $response;
});
parse_str($_SERVER['QUERY_STRING'], $sent);
// ruleid: injection/os-command-string-php
system("ls " . $sent['dir']);
// ruleid: injection/os-command-string-php
ssh2_exec($link, "ls " . $_GET["dir"]);
// ruleid: injection/os-command-string-php
$ssh->exec("ls " . $_GET["dir"]);
// ruleid: injection/os-command-string-php
expect_popen("ls " . $_GET["dir"]);
// ruleid: injection/os-command-string-php
system("ls " . apache_request_headers()["X-Dir"]);
// ruleid: injection/os-command-string-php
system("ls " . filter_input_array(INPUT_GET)["dir"]);
// ruleid: injection/os-command-string-php
system("ls " . request()->dir);
// ruleid: injection/os-command-string-php
system("ls " . $this->input->get("dir"));
// ruleid: injection/os-command-string-php
system("ls " . $this->uri->segment(3));
// ruleid: injection/os-command-string-php
system("ls " . $request->getHeaderLine("X-Dir"));
// ok: injection/os-command-string-php
ssh2_exec($link, "uptime");
// ok: injection/os-command-string-php
$ssh->exec("ls " . escapeshellarg($_GET["dir"]));
// ok: injection/os-command-string-php
$pdo->exec("VACUUM");
// ok: injection/os-command-string-php
system("ls " . escapeshellarg(request()->dir));
// ok: injection/os-command-string-php
system("ls " . $this->input->getOption("dir"));
// ok: injection/os-command-string-php
system("ls " . (int) $this->uri->segment(3));
