<?php

function contact(): void
{
    $headers = 'From: ' . $_POST['email'] . "\r\n";
    // ruleid: php.injection.mail-header
    mail('shop@example.com', 'Question', $_POST['text'], $headers);
}

function invite(): void
{
    // ruleid: php.injection.mail-header
    mail($_POST['friend'], 'Look at this', 'A friend sent you this link.');
}

function answer(Request $request): void
{
    // ruleid: php.injection.mail-header
    mb_send_mail('desk@example.com', 'Answer', 'See below', "Reply-To: {$request->input('email')}");
}

function contact_text_only(): void
{
    // ok: php.injection.mail-header
    mail('shop@example.com', 'Question', $_POST['text']);
}

function contact_checked(): void
{
    $from = filter_var($_POST['email'], FILTER_VALIDATE_EMAIL);
    // ok: php.injection.mail-header
    mail('shop@example.com', 'Question', $_POST['text'], 'From: ' . $from);
}

function contact_one_line(): void
{
    $from = str_replace(["\r", "\n"], '', $_POST['email']);
    // ok: php.injection.mail-header
    mail('shop@example.com', 'Question', 'Hello', 'From: ' . $from);
}
