<?php

function page(): void
{
    // ruleid: php.injection.include-request
    include 'pages/' . $_GET['page'] . '.php';
}

function language(): array
{
    $language = $_COOKIE['language'];
    // ruleid: php.injection.include-request
    return require "lang/$language.php";
}

function widget(Request $request): void
{
    $file = resource_path($request->input('widget'));
    // ruleid: php.injection.include-request
    require_once $file;
}

function page_by_name(): void
{
    // ok: php.injection.include-request
    include 'pages/' . basename($_GET['page']) . '.php';
}

function page_by_list(): void
{
    $page = $_GET['page'];
    if (in_array($page, ['home', 'about'], true)) {
        // ok: php.injection.include-request
        include 'pages/' . $page . '.php';
    }
}

function bootstrap(): void
{
    // ok: php.injection.include-request
    require_once __DIR__ . '/vendor/autoload.php';
}
