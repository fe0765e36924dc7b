<?php

namespace App\Http\Controllers;

use Illuminate\Http\Request;
use Symfony\Component\Process\Process;

class HistoryController extends Controller
{
    public function __construct()
    {
        $this->middleware('auth');
    }

    public function log(Request $request)
    {
        $file = $request->query('file');
        $process = new Process(['git', 'log', '--oneline', '--', $file], '/srv/repo');
        $process->mustRun();

        return response($process->getOutput(), 200, ['Content-Type' => 'text/plain']);
    }

    public function authors(Request $request)
    {
        $file = $request->query('file');
        $process = proc_open(['git', 'shortlog', '-s', 'HEAD', '--', $file], [1 => ['pipe', 'w']], $pipes, '/srv/repo');
        $text = stream_get_contents($pipes[1]);
        proc_close($process);

        return response($text, 200, ['Content-Type' => 'text/plain']);
    }

    public function count(Request $request)
    {
        $file = $request->query('file');

        return ['count' => (int) shell_exec('git -C /srv/repo rev-list --count HEAD -- ' . escapeshellarg($file))];
    }
}
