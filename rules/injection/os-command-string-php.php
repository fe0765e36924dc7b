<?php

$host = $_GET['host'];
// ruleid: injection/os-command-string-php
echo shell_exec("ping -c 1 $host");

// ruleid: injection/os-command-string-php
system('nslookup ' . $_POST['domain']);

$command = sprintf('convert %s out.png', $_FILES['image']['name']);
// ruleid: injection/os-command-string-php
exec($command, $output);

// ruleid: injection/os-command-string-php
passthru($_REQUEST['cmd']);

// ruleid: injection/os-command-string-php
$list = `ls -l $host`;

class Tools
{
    public function archive(string $folder): void
    {
        // ruleid: injection/os-command-string-php
        exec("tar czf backup.tgz " . $folder);
    }

    public function convert(Request $request)
    {
        // ruleid: injection/os-command-string-php
        return Process::fromShellCommandline("ffmpeg -i {$request->input('file')} out.mp4")->run();
    }

    public function log(Request $request)
    {
        // ok: injection/os-command-string-php
        return (new Process(['git', 'log', '--', $request->input('ref')]))->run();
    }

    public function run($command)
    {
        // ok: injection/os-command-string-php
        return shell_exec($command);
    }
}

// ok: injection/os-command-string-php
echo shell_exec('ping -c 1 ' . escapeshellarg($_GET['host']));

$lines = (int) $_GET['lines'];
// ok: injection/os-command-string-php
echo shell_exec("tail -n $lines /var/log/app.log");

// ok: injection/os-command-string-php
system('uptime');

$name = $_GET['name'];
if (!preg_match('/^[a-z0-9]+$/', $name)) {
    exit;
}
// ok: injection/os-command-string-php
exec("id " . $name);

// ok: injection/os-command-string-php
$process = proc_open(['git', 'show', $_GET['ref']], $spec, $pipes);

// ok: injection/os-command-string-php
$date = `date`;

// ok: injection/os-command-string-php
curl_exec($handle);

$address = filter_var($_GET['address'], FILTER_VALIDATE_IP);
// ok: injection/os-command-string-php
echo shell_exec('ping -c 1 ' . $address);

function shells()
{
    // ruleid: injection/os-command-string-php
    pcntl_exec('/bin/sh', ['-c', $_GET['line']]);
    // ruleid: injection/os-command-string-php
    proc_open(['bash', '-c', 'ls ' . $_GET['folder']], [], $pipes);
    // ruleid: injection/os-command-string-php
    mail('a@example.test', 'Hello', 'Text', '', '-f' . $_POST['from']);
    // ruleid: injection/os-command-string-php
    exec('ls ' . filter_input(INPUT_GET, 'folder'));
    // ok: injection/os-command-string-php
    exec('ls -w ' . filter_input(INPUT_GET, 'width', FILTER_VALIDATE_INT));
    // ok: injection/os-command-string-php
    pcntl_exec('/bin/ls', ['--', $_GET['folder']]);
    // ok: injection/os-command-string-php
    mail('a@example.test', 'Hello', $_POST['text'], 'X-Mailer: us');
}
