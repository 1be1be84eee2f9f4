<?php

function find_person($link): mixed
{
    $filter = '(uid=' . $_GET['user'] . ')';
    // ruleid: php.injection.ldap-request
    return ldap_search($link, 'ou=people,dc=example,dc=com', $filter);
}

function log_in($link): bool
{
    // ruleid: php.injection.ldap-request
    return ldap_bind($link, "uid={$_POST['user']},dc=example,dc=com", $_POST['password']);
}

function members(Request $request, $link): mixed
{
    // ruleid: php.injection.ldap-request
    return ldap_list($link, 'ou=groups,dc=example,dc=com', sprintf('(member=%s)', $request->input('name')));
}

function find_person_escaped($link): mixed
{
    $filter = '(uid=' . ldap_escape($_GET['user'], '', LDAP_ESCAPE_FILTER) . ')';
    // ok: php.injection.ldap-request
    return ldap_search($link, 'ou=people,dc=example,dc=com', $filter);
}

function find_number($link): mixed
{
    // ok: php.injection.ldap-request
    return ldap_search($link, 'ou=people,dc=example,dc=com', '(uidNumber=' . intval($_GET['number']) . ')');
}

function edit(Request $request, $page): mixed
{
    // ok: php.injection.ldap-request
    return $request->query('editor', $request->query('kind', ''));
}

function all_groups($link): mixed
{
    // ok: php.injection.ldap-request
    return ldap_list($link, 'ou=groups,dc=example,dc=com', '(objectClass=group)');
}
