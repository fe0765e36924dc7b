<?php

function listing(): string
{
    $process = proc_open(['ls', '-l'], [1 => ['pipe', 'w']], $pipes);
    $text = stream_get_contents($pipes[1]);
    proc_close($process);
    return $text;
}
