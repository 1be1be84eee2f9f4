<?php

function preview(Twig\Environment $twig): string
{
    // ruleid: php.injection.template-request
    return $twig->createTemplate($_POST['template'])->render([]);
}

class NoticeController
{
    public function show(Request $request): string
    {
        $text = 'Dear ' . $request->input('name') . ', {{ $shop }}';
        // ruleid: php.injection.template-request
        return Blade::render($text, ['shop' => 'ours']);
    }
}

function page(Smarty $smarty): string
{
    // ruleid: php.injection.template-request
    return $smarty->fetch('string:' . $_GET['layout']);
}

function greet(Twig\Environment $twig): string
{
    // ok: php.injection.template-request
    return $twig->createTemplate('Hello {{ name }}')->render(['name' => $_POST['name']]);
}

function notice(Request $request): string
{
    // ok: php.injection.template-request
    return Blade::render('Dear {{ $name }}', ['name' => $request->input('name')]);
}

function stored(Twig\Environment $twig, string $text): string
{
    // ok: php.injection.template-request
    return $twig->createTemplate($text)->render([]);
}
