<?php

function charge(string $url): string
{
    $curl = curl_init($url);
    // ruleid: php.crypto.tls-verify-off
    curl_setopt($curl, CURLOPT_SSL_VERIFYPEER, false);
    return curl_exec($curl);
}

function client(): GuzzleHttp\Client
{
    // ruleid: php.crypto.tls-verify-off
    return new Client(['timeout' => 5, 'verify' => false]);
}

function rates(): array
{
    // ruleid: php.crypto.tls-verify-off
    return Http::withoutVerifying()->get('https://rates.example.com')->json();
}

function charge_checked(string $url): string
{
    $curl = curl_init($url);
    // ok: php.crypto.tls-verify-off
    curl_setopt($curl, CURLOPT_SSL_VERIFYPEER, true);
    return curl_exec($curl);
}

function client_with_authority(): GuzzleHttp\Client
{
    // ok: php.crypto.tls-verify-off
    return new Client(['timeout' => 5, 'verify' => '/etc/ssl/shop.pem']);
}

function rates_checked(): array
{
    // ok: php.crypto.tls-verify-off
    return Http::timeout(5)->get('https://rates.example.com')->json();
}
