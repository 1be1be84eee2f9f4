. "$SUPPORT"
start_push_server
weak_file repo/a.py
rule_of_the_weak_file > rule.yaml
expect 1 scan repo --types sast --no-builtin-rules --rules rule.yaml
expect 2 "$CODELAKE" sync push
has err "CODELAKE_URL"
export CODELAKE_URL="http://127.0.0.1:$(cat port)"
expect 2 "$CODELAKE" sync push
has err "CODELAKE_TOKEN"
CODELAKE_TOKEN="cl_""tok_wrong" expect 2 "$CODELAKE" sync push
has err "does not accept the token (401: unknown token)"
has_not err "tok_wrong"
expect 0 "$CODELAKE" sync status
has out "1 queued, 0 sending, 0 failed, 0 delivered"
has out "401"
CODELAKE_TOKEN="cl_""tok_good" expect 0 "$CODELAKE" sync push
has out "1 delivered, 0 refused, 0 still queued"
has requests "/v1/scans/s_server/findings"
has requests "/v1/scans/s_server/complete"
has_not requests "verify=False"
expect 0 "$CODELAKE" sync status --format json
has out '"delivered": 1'
CODELAKE_TOKEN="cl_""tok_good" expect 2 "$CODELAKE" sync push --url http://example.com
has err "not sent unencrypted"
