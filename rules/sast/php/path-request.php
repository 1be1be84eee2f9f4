<?php

function download(): void
{
    $name = $_GET['name'];
    // ruleid: php.injection.path-request
    readfile('/srv/files/' . $name);
}

function remove(Request $request)
{
    // ruleid: php.injection.path-request
    Storage::delete('avatars/' . $request->input('avatar'));
}

function save_note(): void
{
    $path = NOTES . '/' . $_POST['title'] . '.txt';
    // ruleid: php.injection.path-request
    file_put_contents($path, $_POST['text']);
}

function read_note(): string
{
    // ruleid: php.injection.path-request
    return file_get_contents('/srv/notes/' . $_GET['title']);
}

function download_by_name(): void
{
    // ok: php.injection.path-request
    readfile('/srv/files/' . basename($_GET['name']));
}

function invoice(Request $request)
{
    // ok: php.injection.path-request
    return response()->download('/srv/invoices/' . (int) $request->input('number') . '.pdf');
}

function keep_upload(Request $request): string
{
    $file = $request->file('photo');
    // ok: php.injection.path-request
    return file_get_contents($file->getRealPath());
}

function write_log(): void
{
    // ok: php.injection.path-request
    file_put_contents('/var/log/shop.log', $_POST['text'], FILE_APPEND);
}

function read_upload(): array
{
    // ok: php.injection.path-request
    return file($_FILES['list']['tmp_name']);
}

function logo(Request $request)
{
    $shop = Shop::findOrFail($request->input('shop'));
    // ok: php.injection.path-request
    readfile('/srv/logos/' . $shop->logo);
}

function keep_photo(Request $request): void
{
    $file = $request->file('photo');
    $place = $file->storePubliclyAs('photos', Str::random(8));
    // ok: php.injection.path-request
    Storage::delete($place);
    // ok: php.injection.path-request
    unlink('/srv/photos/' . $file->getClientOriginalName());
    // ok: php.injection.path-request
    unlink('/srv/photos/' . str_slug($request->input('title')));
    // ruleid: php.injection.path-request
    unlink('/srv/photos/' . $request->input('photo'));
}

function read_list(): array
{
    $uploads = $_FILES;
    // ok: php.injection.path-request
    return file($uploads['list']['tmp_name']);
}

function remove_archive(Request $request): void
{
    $name = preg_replace("#[^a-zA-Z0-9_\-]#", '', $request->input('name'));
    // ok: php.injection.path-request
    unlink('/srv/archives/' . $name . '.zip');
    // ruleid: php.injection.path-request
    unlink('/srv/archives/' . preg_replace('/[^a-z\/]/', '', $request->input('folder')));
    // ok: php.injection.path-request
    unlink(Crypt::decryptString($request->input('place')));
}
