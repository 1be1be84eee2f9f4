. "$SUPPORT"
mkdir rules repo/vendor
cat > rules/own.yaml <<'Y'
rules:
  - id: own.old
    languages: [python]
    severity: INFO
    message: use the new name
    pattern: old($X)
    fix: new($X)
  - id: own.broken
    languages: [python]
    severity: INFO
    message: a fix that cannot be read
    pattern: breaks($X)
    fix: breaks($X
  - id: own.endless
    languages: [python]
    severity: INFO
    message: a fix that calls for itself
    pattern: grow($X)
    fix: grow(grow($X))
Y
printf 'old(old(1))\nold(2)  # codelake:ignore own.old -- kept on purpose\n' > repo/a.py
chmod 750 repo/a.py
printf 'old(3)\nbreaks(1)\n' > repo/b.py
printf 'old(4)\n' > repo/vendor/c.py
printf 'grow(1)\nold(5)\n' > repo/e.py
printf '\357\273\277if a:\r\n    old(6)\r\n' > repo/f.py
printf 'old(7)\n' > outside.py && ln -s ../outside.py repo/link.py
cp -r repo before

expect 0 scan repo --no-store --no-builtin-rules --rules rules --fix --dry-run
diff -r before repo || fail "a dry run changed something"
has out "--- a/a.py"
has out "+new(new(1))"
has_not out "+++ b/b.py"
cp out the.diff

expect 0 scan repo --no-store --no-builtin-rules --rules rules --fix
has err "b.py: not fixed: it would have a syntax error afterwards"
has err "own.endless"
[ "$(head -1 repo/a.py)" = "new(new(1))" ] || fail "nested places are not fixed"
has repo/a.py "old(2)"
diff before/b.py repo/b.py || fail "code was broken"
has repo/vendor/c.py "old(4)"
printf 'grow(1)\nnew(5)\n' | cmp - repo/e.py || fail "a rule that never settles was applied"
printf '\357\273\277if a:\r\n    new(6)\r\n' | cmp - repo/f.py || fail "mark or line breaks were lost"
[ "$(cat outside.py)" = "old(7)" ] || fail "a file outside of the root was changed"
[ "$(stat -c %a repo/a.py)" = 750 ] || fail "permissions were lost"

cp -r repo once
expect 0 scan repo --no-store --no-builtin-rules --rules rules --fix
diff -r once repo || fail "a second run changed something"
(cd before && patch -s -p1 < ../the.diff) || fail "the diff does not apply"
diff -r before repo || fail "the diff says something else than what was done"
