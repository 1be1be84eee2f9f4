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
