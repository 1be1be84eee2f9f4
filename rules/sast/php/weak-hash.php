<?php

function register(PDO $pdo, string $name, string $password): void
{
    // ruleid: php.crypto.weak-hash
    $hash = md5($password);
    $pdo->prepare('INSERT INTO users (name, hash) VALUES (?, ?)')->execute([$name, $hash]);
}

function matches(array $user, string $salt): bool
{
    // ruleid: php.crypto.weak-hash
    return $user['hash'] === sha1($salt . $_POST['password']);
}

function reset_token(string $secret): string
{
    // ruleid: php.crypto.weak-hash
    return hash('md5', $secret . time());
}

function register_slowly(string $password): string
{
    // ok: php.crypto.weak-hash
    return password_hash($password, PASSWORD_DEFAULT);
}

function cache_key(string $url): string
{
    // ok: php.crypto.weak-hash
    return md5($url);
}

function signature(string $text, string $key): string
{
    // ok: php.crypto.weak-hash
    return hash_hmac('sha256', $text, $key);
}
