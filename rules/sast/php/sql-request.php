<?php

function find_user(PDO $pdo): array
{
    $name = trim($_GET['name']);
    // ruleid: php.injection.sql-request
    return $pdo->query("SELECT id, email FROM users WHERE name = '$name'")->fetchAll();
}

function delete_order(mysqli $link): void
{
    $sql = 'DELETE FROM orders WHERE number = ' . $_POST['number'];
    // ruleid: php.injection.sql-request
    mysqli_query($link, $sql);
}

class ReportController
{
    public function index(Request $request)
    {
        $column = $request->input('sort');
        // ruleid: php.injection.sql-request
        return Report::query()->orderByRaw($column . ' DESC')->get();
    }

    public function totals(Request $request)
    {
        // ruleid: php.injection.sql-request
        return DB::select(sprintf("SELECT SUM(total) FROM orders WHERE shop = '%s'", $request->query('shop')));
    }

    public function byShop(Request $request)
    {
        // ok: php.injection.sql-request
        return DB::select('SELECT SUM(total) FROM orders WHERE shop = ?', [$request->query('shop')]);
    }

    public function sorted(Request $request)
    {
        $column = $request->input('sort');
        if (!in_array($column, ['title', 'price'], true)) {
            abort(400);
        }
        // ok: php.injection.sql-request
        return Report::query()->orderByRaw($column . ' DESC')->get();
    }
}

function find_product(PDO $pdo): array
{
    $id = (int) $_GET['id'];
    // ok: php.injection.sql-request
    return $pdo->query("SELECT title FROM products WHERE id = $id")->fetchAll();
}

function rename_product(PDO $pdo): void
{
    // ok: php.injection.sql-request
    $statement = $pdo->prepare('UPDATE products SET title = :title WHERE id = :id');
    $statement->execute(['title' => $_POST['title'], 'id' => $_POST['id']]);
}
