<?php

function seal(string $text, string $key): string
{
    // ruleid: php.crypto.weak-cipher
    return openssl_encrypt($text, 'des-ede3-cbc', $key, 0, '12345678');
}

function seal_blocks(string $text, string $key): string
{
    // ruleid: php.crypto.weak-cipher
    return openssl_encrypt($text, 'aes-128-ecb', $key);
}

function unseal(string $text, string $key): string
{
    // ruleid: php.crypto.weak-cipher
    return mcrypt_decrypt(MCRYPT_BLOWFISH, $key, $text, MCRYPT_MODE_CBC);
}

function seal_authenticated(string $text, string $key, string $nonce): string
{
    // ok: php.crypto.weak-cipher
    return openssl_encrypt($text, 'aes-256-gcm', $key, 0, $nonce, $tag);
}

function seal_box(string $text, string $key, string $nonce): string
{
    // ok: php.crypto.weak-cipher
    return sodium_crypto_secretbox($text, $nonce, $key);
}

function unseal_authenticated(string $text, string $key, string $nonce, string $tag): string
{
    // ok: php.crypto.weak-cipher
    return openssl_decrypt($text, 'aes-256-gcm', $key, 0, $nonce, $tag);
}
