<?php

function seal(string $text, string $key): string
{
    // ruleid: php.crypto.small-blocks
    // ok: php.crypto.weak-cipher
    return openssl_encrypt($text, 'des-ede3-cbc', $key, 0, '12345678');
}

function seal_blocks(string $text, string $key): string
{
    // ruleid: php.crypto.weak-cipher
    return openssl_encrypt($text, 'aes-128-ecb', $key);
}

function unseal(string $text, string $key): string
{
    // ruleid: php.crypto.small-blocks
    return mcrypt_decrypt(MCRYPT_BLOWFISH, $key, $text, MCRYPT_MODE_CBC);
}

function unseal_single(string $text, string $key): string
{
    // ruleid: php.crypto.weak-cipher
    // ruleid: php.crypto.small-blocks
    return mcrypt_decrypt(MCRYPT_DES, $key, $text, MCRYPT_MODE_CBC);
}

function unseal_stream(string $text, string $key): string
{
    // ruleid: php.crypto.weak-cipher
    return openssl_decrypt($text, 'rc4', $key);
}

function seal_fish(string $text, string $key, string $iv): string
{
    // ruleid: php.crypto.small-blocks
    return openssl_encrypt($text, 'bf-cbc', $key, 0, $iv);
}

function seal_authenticated(string $text, string $key, string $nonce): string
{
    // ok: php.crypto.weak-cipher
    // ok: php.crypto.small-blocks
    return openssl_encrypt($text, 'aes-256-gcm', $key, 0, $nonce, $tag);
}

function seal_box(string $text, string $key, string $nonce): string
{
    // ok: php.crypto.weak-cipher
    // ok: php.crypto.small-blocks
    return sodium_crypto_secretbox($text, $nonce, $key);
}

function unseal_authenticated(string $text, string $key, string $nonce, string $tag): string
{
    // ok: php.crypto.weak-cipher
    // ok: php.crypto.small-blocks
    return openssl_decrypt($text, 'aes-256-gcm', $key, 0, $nonce, $tag);
}
