<?php

function greet(): void
{
    $name = $_GET['name'];
    // ruleid: php.injection.response-html
    echo '<p>Hello ' . $name . '</p>';
}

function not_found(): void
{
    // ruleid: php.injection.response-html
    print "<h1>{$_SERVER['REQUEST_URI']} was not found</h1>";
}

class SearchController
{
    public function show(Request $request)
    {
        $term = $request->query->get('q');
        // ruleid: php.injection.response-html
        return new Response("<h2>Results for $term</h2>");
    }

    public function title(Request $request): void
    {
        // ruleid: php.injection.response-html
        printf('<title>%s</title>', $request->input('title'));
    }
}

function greet_escaped(): void
{
    // ok: php.injection.response-html
    echo '<p>Hello ' . htmlspecialchars($_GET['name'], ENT_QUOTES) . '</p>';
}

function pages(): void
{
    $page = (int) ($_GET['page'] ?? 1);
    // ok: php.injection.response-html
    echo "<b>Page $page</b>";
}

function as_json(): void
{
    // ok: php.injection.response-html
    echo json_encode(['name' => $_POST['name']]);
}

function footer(string $year): void
{
    // ok: php.injection.response-html
    echo '<footer>' . $year . '</footer>';
}

function mark_found(Request $request)
{
    $at = mb_stripos(TEXT, $request->input('term'));
    // ok: php.injection.response-html
    echo substr(TEXT, 0, $at) . '<b>' . substr(TEXT, $at) . '</b>';
}

function keep_note(Request $request, Note $note): Response
{
    // ok: php.injection.response-html
    $note->setContent($request->input('text'));
    $response = new Response();
    // ruleid: php.injection.response-html
    $response->setContent($request->input('text'));
    return $response;
}

function statement(Request $request)
{
    $pdf = render_statement($request->input('from'));
    if ($request->query('keep')) {
        return response()->streamDownload(function () use ($pdf) {
            // ok: php.injection.response-html
            echo $pdf;
        }, 'statement.pdf');
    }
    // ok: php.injection.response-html
    return response($pdf, 200)->withHeaders(['Content-Type' => 'application/pdf']);
}

function as_text(Request $request): Response
{
    if ($request->query('page')) {
        // ruleid: php.injection.response-html
        return new Response($request->input('text'), 200, ['X-Kind' => 'note']);
    }
    // ok: php.injection.response-html
    return new Response($request->input('text'), 200, ['Content-Type' => 'text/plain']);
}

function field(): void
{
    // ok: php.injection.response-html
    echo '<input value="' . Texts::htmlchars($_GET['term']) . '">';
    // ok: php.injection.response-html
    echo '<link rel="canonical" href="//' . $_SERVER['HTTP_HOST'] . '/">';
    // ruleid: php.injection.response-html
    echo '<input value="' . Texts::chars($_GET['term']) . '">';
}
