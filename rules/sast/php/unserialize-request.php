<?php

function cart(): array
{
    // ruleid: php.injection.unserialize-request
    return unserialize($_COOKIE['cart']);
}

function import(Request $request): object
{
    $text = base64_decode($request->input('state'));
    // ruleid: php.injection.unserialize-request
    return unserialize($text);
}

function settings(): mixed
{
    $body = file_get_contents('php://input');
    // ruleid: php.injection.unserialize-request
    return yaml_parse($body);
}

function cart_as_json(): array
{
    // ok: php.injection.unserialize-request
    return json_decode($_COOKIE['cart'], true);
}

function plain_values(Request $request): array
{
    // ok: php.injection.unserialize-request
    return unserialize($request->input('state'), ['allowed_classes' => false]);
}

function cached(string $file): mixed
{
    // ok: php.injection.unserialize-request
    return unserialize(file_get_contents($file));
}
