<?php

class AccountController
{
    public function store(Request $request)
    {
        // ruleid: php.injection.mass-assignment
        return Account::create($request->all());
    }

    public function update(Request $request, Account $account): void
    {
        $fields = $request->input();
        // ruleid: php.injection.mass-assignment
        $account->forceFill($fields)->save();
    }

    public function address(Request $request, Account $account): void
    {
        // ruleid: php.injection.mass-assignment
        $account->addresses()->create(request()->all());
    }

    public function register(Request $request)
    {
        // ok: php.injection.mass-assignment
        return Account::create($request->only(['name', 'email']));
    }

    public function rename(RenameRequest $request, Account $account): void
    {
        // ok: php.injection.mass-assignment
        $account->update($request->validated());
    }

    public function touch(Account $account): void
    {
        // ok: php.injection.mass-assignment
        $account->fill(['seen_at' => now()])->save();
    }

    public function title(Account $account): void
    {
        // ok: php.injection.mass-assignment
        $account->update(['title' => $_POST['title']]);
    }
}
