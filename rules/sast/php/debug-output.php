<?php

function start(): void
{
    // ruleid: php.config.debug-output
    ini_set('display_errors', 1);
    error_reporting(E_ALL);
}

function status(): void
{
    // ruleid: php.config.debug-output
    phpinfo();
}

function start_early(): void
{
    // ruleid: php.config.debug-output
    ini_set('display_errors', 'On');
}

function start_quiet(): void
{
    // ok: php.config.debug-output
    ini_set('display_errors', 0);
    error_reporting(E_ALL);
}

function version(): string
{
    // ok: php.config.debug-output
    return phpversion();
}

function keep_log(): void
{
    // ok: php.config.debug-output
    ini_set('log_errors', 1);
}
