<?php

function failed_login(): void
{
    // ruleid: php.logging.log-request
    error_log('Login failed for ' . $_POST['user']);
}

class OrderController
{
    public function store(Request $request): void
    {
        $note = $request->input('note');
        // ruleid: php.logging.log-request
        Log::info("Order with note $note");
    }

    public function cancel(Request $request): void
    {
        // ruleid: php.logging.log-request
        $this->logger->warning('Cancelled: ' . $request->input('reason'));
    }

    public function show(Request $request): void
    {
        // ok: php.logging.log-request
        Log::info('Order shown', ['note' => $request->input('note')]);
    }
}

function failed_login_clean(): void
{
    // ok: php.logging.log-request
    error_log('Login failed for ' . preg_replace('/[^\w@.]/', '', $_POST['user']));
}

function page(): void
{
    // ok: php.logging.log-request
    error_log('Page ' . (int) $_GET['page']);
}
