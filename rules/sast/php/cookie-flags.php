<?php

function remember(string $value): void
{
    // ruleid: php.auth.cookie-flags
    setcookie('remember', $value, time() + 86400, '/', 'shop.example.com', false, true);
}

function start(): void
{
    // ruleid: php.auth.cookie-flags
    session_set_cookie_params(['lifetime' => 0, 'secure' => true, 'httponly' => false]);
    session_start();
}

function log_in(string $token): void
{
    // ruleid: php.auth.cookie-flags
    setcookie('auth', $token, ['path' => '/', 'secure' => false, 'httponly' => true]);
}

function remember_safely(string $value): void
{
    // ok: php.auth.cookie-flags
    setcookie('remember', $value, time() + 86400, '/', 'shop.example.com', true, true);
}

function start_safely(): void
{
    // ok: php.auth.cookie-flags
    session_set_cookie_params(['lifetime' => 0, 'secure' => true, 'httponly' => true]);
    session_start();
}

function log_in_safely(string $token): void
{
    // ok: php.auth.cookie-flags
    setcookie('auth', $token, ['path' => '/', 'secure' => true, 'httponly' => true, 'samesite' => 'Lax']);
}
