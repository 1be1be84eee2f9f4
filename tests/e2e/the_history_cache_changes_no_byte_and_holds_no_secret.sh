. "$SUPPORT"
export SOURCE_DATE_EPOCH=1700000000
repository_with_a_removed_secret
look() { "$CODELAKE" scan repo --no-store --types secrets --history -o json=report.json "$@" >/dev/null 2>err; sed '/"command"/d' report.json; }
look --no-cache > without
[ ! -e "$CODELAKE_HOME/cache/secrets" ] || fail "--no-cache kept something"
look > cold
look > warm
cmp without cold && cmp cold warm || fail "the cache changes the report"
ls "$CODELAKE_HOME"/cache/secrets/*.searched "$CODELAKE_HOME"/cache/secrets/*.result >/dev/null || fail "nothing was kept"
secret=$(token 5)
! grep -rqF -- "${secret:4:20}" "$CODELAKE_HOME" || fail "the cache holds the secret"
# One more commit: only it is looked at, and both secrets are there.
printf 'KEY = "%s"\n' "$(token 6)" > repo/c.py && commit_all four 1600000300
look > more
[ "$(grep -c '"rule_id"' more)" -eq 2 ] || fail "not two findings"
look --no-cache > fresh && cmp more fresh || fail "the cache changes the report of a grown history"
for file in "$CODELAKE_HOME"/cache/secrets/*; do printf 'x' | dd of="$file" bs=1 seek=200 conv=notrunc 2>/dev/null; done
look > damaged
grep -q "cache of the history is damaged" damaged || fail "the damage was not said"
[ "$(grep -c '"rule_id"' damaged)" -eq 2 ] || fail "not two findings with a damaged cache"
