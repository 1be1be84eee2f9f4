<?php

function save_picture(): void
{
    $target = 'uploads/' . basename($_FILES['picture']['name']);
    // ruleid: php.injection.upload-name
    move_uploaded_file($_FILES['picture']['tmp_name'], $target);
}

class DocumentController
{
    public function store(Request $request): void
    {
        $file = $request->file('document');
        // ok: php.injection.upload-name
        $file->storeAs('documents', $file->getClientOriginalName());
        // ruleid: php.injection.upload-name
        $file->storeAs('documents', $file->getClientOriginalName(), 'public');
        // ruleid: php.injection.upload-name
        $file->storeAs('documents', $_POST['name']);
    }

    public function attach(Request $request): void
    {
        $file = $request->file('document');
        $name = time() . '-' . $file->getClientOriginalName();
        // ruleid: php.injection.upload-name
        $file->move(public_path('files'), $name);
    }

    public function pass(Request $request): void
    {
        $file = $request->file('document');
        // ok: php.injection.upload-name
        $file->move(storage_path('tmp/incoming'), $file->getClientOriginalName());
    }

    public function plain(Request $request): void
    {
        $file = $request->file('document');
        $name = str_slug($file->getClientOriginalName());
        // ok: php.injection.upload-name
        $file->move(public_path('files'), $name . '.pdf');
    }

    public function spelled(Request $request): void
    {
        $file = $request->file('document');
        $name = transliterator_transliterate(FILE_NAME_RULE, $file->getClientOriginalName());
        // ok: php.injection.upload-name
        $file->move(public_path('files'), $name . '.pdf');
    }

    public function avatar(Request $request): void
    {
        $file = $request->file('avatar');
        // ok: php.injection.upload-name
        $file->storeAs('avatars', $request->user()->id . '.png');
    }
}

function save_random(): void
{
    $target = 'uploads/' . bin2hex(random_bytes(16)) . '.png';
    // ok: php.injection.upload-name
    move_uploaded_file($_FILES['picture']['tmp_name'], $target);
}

function save_hashed(): void
{
    $target = 'uploads/' . md5($_FILES['picture']['name']) . '.png';
    // ok: php.injection.upload-name
    move_uploaded_file($_FILES['picture']['tmp_name'], $target);
}
