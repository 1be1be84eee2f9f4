. "$SUPPORT"
cat > server.py <<'P'
import hashlib, http.server, pathlib, sys
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        path = pathlib.Path("export") / self.path.lstrip("/")
        with open("requests", "a") as log:
            log.write(f"{self.command} {self.path}\n")
        if not path.is_file():
            return self.reply(404, b"", "")
        body = path.read_bytes()
        etag = '"' + hashlib.sha256(body).hexdigest() + '"'
        if self.headers.get("If-None-Match") == etag:
            return self.reply(304, b"", etag)
        self.reply(200, body, etag)
    do_HEAD = do_GET
    def reply(self, status, body, etag):
        self.send_response(status)
        if etag: self.send_header("ETag", etag)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET": self.wfile.write(body)
    def log_message(self, *_): pass
server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
open("port.new", "w").write(str(server.server_port))
pathlib.Path("port.new").rename("port")
server.serve_forever()
P
publish() {
  python3 - "$@" <<'P'
import json, pathlib, sys, zipfile
folder = pathlib.Path("export/npm"); folder.mkdir(parents=True, exist_ok=True)
rows = []
with zipfile.ZipFile(folder / "all.zip", "w") as archive:
    for argument in sys.argv[1:]:
        number, day, fixed = argument.split(":")
        record = {"id": f"CVE-2024-{number}", "modified": f"2024-{day}T00:00:00Z", "summary": "Weakness",
                  "affected": [{"package": {"ecosystem": "npm", "name": f"p{number}"},
                                "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": fixed}]}]}]}
        archive.writestr(zipfile.ZipInfo(f"{record['id']}.json", (2024, 1, 1, 0, 0, 0)), json.dumps(record))
        (folder / f"{record['id']}.json").write_text(json.dumps(record))
        rows.append((record["modified"], f"npm/{record['id']}"))
(folder / "modified_id.csv").write_text("".join(f"{day},{name}\n" for day, name in sorted(rows, reverse=True)))
P
}
publish 1:01-01:1.0.0 2:01-02:1.0.0 3:01-03:1.0.0
python3 server.py & server=$!
trap 'kill $server; rm -rf "$here"' EXIT
for _ in $(seq 100); do [ -f port ] && break; sleep 0.1; done
update() { : > requests; "$CODELAKE" db update --url "http://127.0.0.1:$(cat port)" --ecosystem npm; }
expect 0 update && has out "npm: 3 advisories of 3 packages" && has requests "GET /npm/all.zip"
expect 0 update && has out "npm: unchanged"
[ "$(cat requests)" = "HEAD /npm/all.zip" ] || { cat requests; fail "not one conditional request"; }
publish 1:01-01:1.0.0 2:01-02:1.0.0 3:02-03:9.0.0
printf '{"lockfileVersion": 3, "packages": {"": {}, "node_modules/p3": {"version": "8.0.0"}}}' > repo/package-lock.json
expect 0 scan repo --no-store --types sca
expect 0 update && has requests "GET /npm/CVE-2024-3.json"
has_not requests "GET /npm/all.zip"
has_not requests "GET /npm/CVE-2024-1.json"
expect 0 scan repo --no-store --types sca --fail-on never && has out "fixed in 9.0.0"
# The same index as from the whole export, and none is lost when the server is gone.
cp "$CODELAKE_HOME/advisories/npm.idx" delta.idx
rm "$CODELAKE_HOME/advisories/npm.json"
expect 0 update && has requests "GET /npm/all.zip"
cmp delta.idx "$CODELAKE_HOME/advisories/npm.idx" || fail "the index of a delta differs"
kill $server && wait $server 2>/dev/null
expect 2 update
cmp delta.idx "$CODELAKE_HOME/advisories/npm.idx" || fail "the index changed"
trap 'rm -rf "$here"' EXIT
