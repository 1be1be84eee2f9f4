<?php

function register(): void
{
    // ruleid: php.injection.extract-request
    extract($_POST);
    create_account($name, $email);
}

function filter(): void
{
    // ruleid: php.injection.extract-request
    parse_str($_SERVER['QUERY_STRING']);
    show_list($filter);
}

function update(Request $request): void
{
    $fields = $request->all();
    // ruleid: php.injection.extract-request
    extract($fields, EXTR_OVERWRITE);
    save($title);
}

function register_skip(): void
{
    $name = 'guest';
    // ok: php.injection.extract-request
    extract($_POST, EXTR_SKIP);
}

function filter_into(): array
{
    // ok: php.injection.extract-request
    parse_str($_SERVER['QUERY_STRING'], $fields);
    return $fields;
}

function render(array $view): void
{
    // ok: php.injection.extract-request
    extract($view);
}
