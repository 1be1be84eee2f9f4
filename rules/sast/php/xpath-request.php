<?php

function find_user(SimpleXMLElement $users): array
{
    // ruleid: php.injection.xpath-request
    return $users->xpath("//user[name='{$_GET['name']}']");
}

function price(DOMXPath $xpath): mixed
{
    $number = $_POST['number'];
    // ruleid: php.injection.xpath-request
    return $xpath->query('//product[@number="' . $number . '"]/price');
}

function allowed(DOMXPath $xpath, Request $request): bool
{
    // ruleid: php.injection.xpath-request
    return $xpath->evaluate('boolean(//role[. = "' . $request->input('role') . '"])');
}

function by_number(SimpleXMLElement $users): array
{
    // ok: php.injection.xpath-request
    return $users->xpath('//user[@id=' . (int) $_GET['id'] . ']');
}

function by_word(DOMXPath $xpath): mixed
{
    $word = $_GET['word'];
    if (!ctype_alnum($word)) {
        return null;
    }
    // ok: php.injection.xpath-request
    return $xpath->query("//entry[@key='$word']");
}

function all_users(SimpleXMLElement $users): array
{
    // ok: php.injection.xpath-request
    return $users->xpath('//user');
}
