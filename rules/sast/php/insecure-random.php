<?php

function start_reset(User $user): void
{
    // ruleid: php.crypto.insecure-random
    $token = md5(uniqid('', true));
    $user->saveToken($token);
}

function new_password(): string
{
    // ruleid: php.crypto.insecure-random
    $password = substr(str_shuffle('abcdefghjkmnpqrstuvwxyz23456789'), 0, 10);
    return $password;
}

function one_time(array &$session): void
{
    // ruleid: php.crypto.insecure-random
    $session['otp'] = mt_rand(100000, 999999);
}

function start_reset_safely(User $user): void
{
    // ok: php.crypto.insecure-random
    $token = bin2hex(random_bytes(32));
    $user->saveToken($token);
}

function banner(array $banners): string
{
    // ok: php.crypto.insecure-random
    $index = mt_rand(0, count($banners) - 1);
    return $banners[$index];
}

function one_time_safely(array &$session): void
{
    // ok: php.crypto.insecure-random
    $session['otp'] = random_int(100000, 999999);
}
