. "$SUPPORT"
cat > server.py <<'PY'
import http.server, json, sys
class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        with open("requests", "a") as log:
            log.write(f"{self.path} {self.headers['Authorization']} {body}\n")
        wrong = self.headers["Authorization"] != "Bearer cl_" + "tok_good"
        answer = json.dumps({"message": "unknown token"} if wrong else {"id": "s_server", "status": "queued"}).encode()
        self.send_response(401 if wrong else 200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)
    def log_message(self, *words):
        pass
server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
open("port", "w").write(str(server.server_port))
server.serve_forever()
PY
python3 server.py & server=$!
trap 'kill $server; rm -rf "$here"' EXIT
for _ in $(seq 100); do [ -s port ] && break; sleep 0.1; done

weak_file repo/a.py
cat > rule.yaml <<'RULE'
rules:
  - id: sql
    languages: [python]
    severity: ERROR
    message: A statement is put together here.
    pattern: $CURSOR.execute($A + $B)
RULE
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
has_not requests "shell=True"
expect 0 "$CODELAKE" sync status --format json
has out '"delivered": 1'
CODELAKE_TOKEN="cl_""tok_good" expect 2 "$CODELAKE" sync push --url http://example.com
has err "not sent unencrypted"

# The server a checkout names does not get the token of the person who looks at it.
unset CODELAKE_URL
printf 'sync: {url: "http://127.0.0.1:%s"}\n' "$(cat port)" > codelake.yaml
requests_before=$(wc -l < requests)
CODELAKE_TOKEN="cl_""tok_good" expect 2 "$CODELAKE" sync push
has err "--url or CODELAKE_URL"
[ "$(wc -l < requests)" -eq "$requests_before" ] || fail "something was sent"
