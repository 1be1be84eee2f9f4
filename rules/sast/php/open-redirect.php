<?php

function after_login(): void
{
    // ruleid: php.injection.open-redirect
    header('Location: ' . $_GET['next']);
    exit;
}

class SessionController
{
    public function store(Request $request)
    {
        $target = $request->input('return_to');
        // ruleid: php.injection.open-redirect
        return redirect()->to($target);
    }

    public function leave(Request $request)
    {
        // ruleid: php.injection.open-redirect
        return new RedirectResponse($request->query->get('url'));
    }

    public function home(Request $request)
    {
        // ok: php.injection.open-redirect
        return redirect()->to('/users/' . $request->input('id'));
    }
}

function to_search(): void
{
    // ok: php.injection.open-redirect
    header('Location: /search.php?q=' . urlencode($_POST['q']));
}

function to_known(): void
{
    $page = $_GET['page'];
    if (!in_array($page, ['/home', '/cart'], true)) {
        exit;
    }
    // ok: php.injection.open-redirect
    header("Location: $page");
}

function as_text(): void
{
    // ok: php.injection.open-redirect
    header('X-Requested: ' . $_GET['page']);
}
