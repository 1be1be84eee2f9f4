<?php

function ping(): string
{
    $host = $_GET['host'];
    // ruleid: php.injection.command-request
    return shell_exec('ping -c 1 ' . $host);
}

function thumbnail(Request $request): void
{
    $size = $request->input('size');
    // ruleid: php.injection.command-request
    exec("convert upload.png -resize {$size} small.png");
}

function archive(): void
{
    run_command('tar czf backup.tgz ' . $_POST['folder']);
}

function run_command(string $line): void
{
    // ruleid: php.injection.command-request
    system($line);
}

function count_lines(): string
{
    $file = $_REQUEST['file'];
    // ruleid: php.injection.command-request
    return `wc -l $file`;
}

function ping_quoted(): string
{
    // ok: php.injection.command-request
    return shell_exec('ping -c 1 ' . escapeshellarg($_GET['host']));
}

function thumbnail_by_number(Request $request): void
{
    $size = intval($request->input('size'));
    // ok: php.injection.command-request
    exec("convert upload.png -resize {$size} small.png");
}

function list_files(): string
{
    // ok: php.injection.command-request
    return shell_exec('ls -l /srv/files');
}

function convert(): void
{
    // ok: php.injection.command-request
    proc_open(['convert', $_POST['name'], 'out.png'], [], $pipes);
}
