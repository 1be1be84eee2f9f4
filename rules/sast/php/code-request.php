<?php

function calculate(): float
{
    $formula = $_POST['formula'];
    // ruleid: php.injection.code-request
    return eval('return ' . $formula . ';');
}

function dispatch(Request $request): mixed
{
    // ruleid: php.injection.code-request
    return call_user_func($request->input('action'), $request->input('id'));
}

function highlight(string $text): string
{
    $pattern = '/' . $_GET['word'] . '/' . $_GET['flags'];
    // ruleid: php.injection.code-request
    return preg_replace($pattern, '<b>$0</b>', $text);
}

function check(): void
{
    // ruleid: php.injection.code-request
    assert("\$limit > " . $_REQUEST['limit']);
}

function calculate_number(): float
{
    // ok: php.injection.code-request
    return eval('return ' . floatval($_POST['factor']) . ' * 2;');
}

function dispatch_known(Request $request): mixed
{
    $action = $request->input('action');
    if (!in_array($action, ['list_items', 'show_item'], true)) {
        throw new InvalidArgumentException('unknown action');
    }
    // ok: php.injection.code-request
    return call_user_func($action, $request->input('id'));
}

function highlight_quoted(string $text): string
{
    // ok: php.injection.code-request
    return preg_replace('/' . preg_quote($_GET['word'], '/') . '/i', '<b>$0</b>', $text);
}

function apply(array $items): array
{
    // ok: php.injection.code-request
    return call_user_func('array_values', $items);
}

function check_fields(): void
{
    // ok: php.injection.code-request
    assert(is_array($_POST['fields']));
}
