<?php

function preview(): string
{
    // ruleid: php.injection.ssrf-request
    return file_get_contents($_GET['url']);
}

function fetch_feed(): string
{
    // ruleid: php.injection.ssrf-request
    $curl = curl_init($_POST['feed']);
    curl_setopt($curl, CURLOPT_RETURNTRANSFER, true);
    return curl_exec($curl);
}

class WebhookController
{
    public function test(Request $request)
    {
        $target = $request->input('callback');
        // ruleid: php.injection.ssrf-request
        return Http::post($target, ['event' => 'test'])->status();
    }

    public function forward(Request $request)
    {
        $client = new GuzzleHttp\Client();
        // ruleid: php.injection.ssrf-request
        return $client->request('GET', 'https://' . $request->query('host') . '/status');
    }
}

function weather(): string
{
    // ok: php.injection.ssrf-request
    return file_get_contents('https://weather.example.com/city?name=' . urlencode($_GET['city']));
}

function status(Request $request)
{
    $host = $request->input('host');
    if (!in_array($host, ['a.example.com', 'b.example.com'], true)) {
        abort(400);
    }
    // ok: php.injection.ssrf-request
    return Http::get('https://' . $host . '/status')->body();
}

function rates(): string
{
    $curl = curl_init('https://rates.example.com/today');
    // ok: php.injection.ssrf-request
    curl_setopt($curl, CURLOPT_POSTFIELDS, $_POST['filter']);
    return curl_exec($curl);
}

class ImageController
{
    public function store(Request $request)
    {
        $upload = $request->file('picture');
        // ok: php.injection.ssrf-request
        return $this->images->save($upload->getClientOriginalExtension(), file_get_contents($upload->getRealPath()));
    }

    public function keepAll(Request $request)
    {
        foreach ($request->file('pictures') as $picture) {
            $this->keep($picture);
        }
    }

    private function keep($picture)
    {
        // ok: php.injection.ssrf-request
        Storage::put('pictures/' . Str::random(8), file_get_contents($picture));
    }

    public function fetch(Request $request)
    {
        // ruleid: php.injection.ssrf-request
        Storage::put('pictures/' . Str::random(8), file_get_contents($request->input('picture')));
    }
}

function order(string $base, Request $request)
{
    // ok: php.injection.ssrf-request
    $order = file_get_contents($base . '/orders/' . $request->input('order'));
    // ruleid: php.injection.ssrf-request
    $shop = file_get_contents('https://' . $request->input('shop') . '/orders');
    return [$order, $shop];
}

function read_upload(): string
{
    $uploads = $_FILES;
    // ok: php.injection.ssrf-request
    return file_get_contents($uploads['list']['tmp_name']);
}
