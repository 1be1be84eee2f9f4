. "$SUPPORT"
start_push_server
: > requests
mkdir other mine
weak_file other/a.py
weak_file mine/a.py
rule_of_the_weak_file > rule.yaml
expect 1 scan other --types sast --no-builtin-rules --rules rule.yaml
expect 1 scan mine --types sast --no-builtin-rules --rules rule.yaml
good="cl_""tok_good"

# Not with the token of the person who looks at it, nor as another project than the one it is.
cd mine
named=$(printf 'url: "http://127.0.0.1:%s"' "$(cat ../port)")
printf 'sync: {%s}\n' "$named" > codelake.yaml
CODELAKE_TOKEN="$good" expect 2 "$CODELAKE" sync push
has err "--url or CODELAKE_URL"
printf 'project: other\nsync: {%s, token: %s}\n' "$named" "$good" > codelake.yaml
expect 2 "$CODELAKE" sync push
has err "names both the server and the project"
[ ! -s ../requests ] || fail "something was sent"

# With its own token, the scans of this project alone.
printf 'sync: {%s, token: %s}\n' "$named" "$good" > codelake.yaml
expect 0 "$CODELAKE" sync push
has out "1 delivered, 0 refused, 0 still queued"
expect 0 "$CODELAKE" sync status
has out "1 queued, 0 sending, 0 failed, 1 delivered"
