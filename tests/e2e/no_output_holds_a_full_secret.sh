. "$SUPPORT"
cat > make.py <<'PY'
# A checkout full of secrets, one kind at each place where one can stand; secrets.txt lists them: NAME VALUE.
import base64, io, os, random, string, subprocess, tarfile, zipfile, zlib
random.seed(11)
letters = string.digits + string.ascii_uppercase + string.ascii_lowercase
made = {}

def drawn(size, alphabet=letters):
    return "".join(random.choice(alphabet) for _ in range(size))

def token():
    body, tail = drawn(30), ""
    crc = zlib.crc32(body.encode())
    while crc: crc, digit = divmod(crc, 62); tail = letters[digit] + tail
    return "gh" + "p_" + body + tail.rjust(6, "0")

def kept(name, value):
    made[name] = value
    return value

def write(path, text):
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    open(path, "wb").write(text if isinstance(text, bytes) else text.encode())

# Code: each line is also one that a rule for code reports.
write("repo/src/app.py", f'''import hashlib, os, sqlite3, subprocess, requests, yaml
TOKEN = "{kept("code", token())}"
def call(name, cursor):
    requests.get("https://svc:{kept("code-url", drawn(20))}@internal.example.com/a", verify=False)
    cursor.execute("SELECT * FROM t WHERE pass = '{kept("code-sql", drawn(18))}' AND name = " + name)
    subprocess.run("curl -u bot:{kept("code-shell", drawn(18))} https://internal.example.com/" + name, shell=True)
    eval("login('{kept("code-eval", token())}', " + name + ")")
    password = "{kept("code-password", drawn(16))}"; hashlib.md5(password.encode())
    return yaml.load(name), os.system("deploy --password {kept("code-os", drawn(17))} " + name)
''')
write("repo/src/app.js", f'''const cp = require("child_process");
function go(req) {{
  cp.exec("deploy --token={kept("js-exec", token())} " + req.query.name);
  eval("key('{kept("js-eval", token())}')" + req.query.name);
  fetch("http://bot:{kept("js-url", drawn(20))}@internal.example.com/" + req.query.name);
}}
''')
# Configuration.
write("repo/.env", f'DB_PASSWORD={kept("env", drawn(20))}\nDATABASE_URL=postgres://app:{kept("env-url", drawn(20))}@db.example.com/shop\n')
write("repo/conf/app.yaml", f'api:\n  client_secret: {kept("yaml", drawn(32))}\n  twice: {base64.b64encode(kept("encoded", token()).encode()).decode()}\n')
write("repo/conf/secret.yaml", "kind: Secret\ndata:\n" + "".join(
    f'  k{i}: {base64.b64encode(kept(f"kubernetes-{i}", drawn(20)).encode()).decode()}\n' for i in range(3)))
write("repo/.netrc", f'machine api.example.com login bot password {kept("netrc", drawn(20))}\n')
write("repo/.npmrc", f'//npm.example.com/:_authToken={kept("npmrc", drawn(36, "0123456789abcdef"))}\n')
write("repo/db_password.txt", kept("file", drawn(20)) + "\n")
write("repo/aws.ini", f'aws_access_key_id = AKIA{drawn(16, string.ascii_uppercase + "234567")}\naws_secret_access_key = {kept("aws", drawn(40))}\n')
key = subprocess.run(["openssl", "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"], capture_output=True, text=True)
if key.returncode == 0:
    write("repo/key.pem", key.stdout)
    for i, line in enumerate(key.stdout.splitlines()[1:4]): kept(f"pem-{i}", line)
write("repo/token.json", f'{{"credentials": "{{\\"sig\\": \\"{kept("nested", drawn(32))}\\"}}"}}\n')
# Archives.
inner = io.BytesIO()
with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("conf/.env", f'API_SECRET={kept("zip", drawn(32))}\n')
    archive.writestr(f'{kept("zip-name", token())}.txt', "nothing\n")
write("repo/app.zip", inner.getvalue())
outer = io.BytesIO()
with tarfile.open(fileobj=outer, mode="w:gz") as archive:
    data = f'password = "{kept("tar", drawn(20))}"\n'.encode()
    info = tarfile.TarInfo("settings.py"); info.size = len(data)
    archive.addfile(info, io.BytesIO(data))
write("repo/app.tar.gz", outer.getvalue())
# Lockfiles: where a package comes from can hold who asks for it.
write("repo/package.json", '{"name": "shop", "version": "1.0.0", "dependencies": {"lodash": "4.17.15"}}\n')
write("repo/package-lock.json", f'''{{"name": "shop", "version": "1.0.0", "lockfileVersion": 3, "packages": {{
  "": {{"name": "shop", "version": "1.0.0", "dependencies": {{"lodash": "4.17.15"}}}},
  "node_modules/lodash": {{"version": "4.17.15", "resolved": "https://bot:{kept("npm-lock", drawn(20))}@npm.example.com/lodash-4.17.15.tgz"}},
  "node_modules/own": {{"version": "1.0.0", "resolved": "git+https://{kept("npm-git", token())}@git.example.com/own.git#0123456789abcdef0123456789abcdef01234567"}}}}}}
''')
write("repo/requirements.txt", f'--index-url https://bot:{kept("pip-index", drawn(20))}@pypi.example.com/simple\nrequests==2.19.0\n'
      f'own @ git+https://{kept("pip-git", token())}@git.example.com/own.git@v1\nnot a requirement {kept("pip-odd", token())} ==\n')
write("repo/Cargo.lock", f'version = 3\n\n[[package]]\nname = "own"\nversion = "1.0.0"\nsource = "git+https://{kept("cargo", token())}@git.example.com/own?rev=1#0123"\n')
write("repo/Gemfile.lock", f'GIT\n  remote: https://bot:{kept("gem", drawn(20))}@git.example.com/own.git\n  revision: 0123456789abcdef0123456789abcdef01234567\n  specs:\n    own (1.0.0)\n\nGEM\n  remote: https://bot:{kept("gem-source", drawn(20))}@gems.example.com/\n  specs:\n    rack (2.0.1)\n')
write("repo/broken/package-lock.json", f'{{"lockfileVersion": 3, "x": {kept("broken-lock", token())}\n')
write("repo/broken/pom.xml", f'<project><a>{kept("broken-pom", token())}</b>\n')
# Names.
write(f'repo/{kept("file-name", token())}.py', "import os\nos.system(name + 'x')\neval(name)\n")
write(f'repo/{kept("folder-name", token())}/requirements.txt', "requests==2.19.0\n")
write("repo/odd.py", b'TOKEN = "' + kept("not-utf8", token()).encode() + b'"\n# \xff\xfe\n')
open("secrets.txt", "w").write("".join(f"{name} {value}\n" for name, value in made.items()))
PY
cat > look.py <<'PY'
# look.py PATH…: no secret, nor its base64, hexadecimal or URL form, stands in these files or below these folders.
import base64, os, sys, urllib.parse, zlib
forms = []
for line in open("secrets.txt"):
    name, value = line.rstrip("\n").split(" ", 1)
    said = value.encode()
    forms += [(name, said), (name + " without its start", said[4:]), (name + " in hex", said.hex().encode()),
              (name + " in URL form", urllib.parse.quote(value, safe="").encode())]
    for shift in range(3):  # wherever it begins in a longer text
        forms.append((name + " in base64", base64.b64encode(b"x" * shift + said)[4 if shift else 0:-4]))
leaks = set()
for root in sys.argv[1:]:
    files = [root] if os.path.isfile(root) else [os.path.join(at, name) for at, _, names in os.walk(root) for name in names]
    for path in files:
        data = open(path, "rb").read() + b"\n" + path.encode()
        leaks |= {f"{name} in {path}" for name, form in forms if form in data}
print("\n".join(sorted(leaks)))
sys.exit(1 if leaks else 0)
PY
python3 make.py || fail "no secrets were made"
git -C repo init -q -b main .
kept() { echo "$1 $2" >> secrets.txt; echo "$2"; }
printf 'OLD = "%s"\n' "$(kept history "$(token 77)")" > repo/old.py
commit_all first 1600000000 && git -C repo rm -q old.py
git -C repo commit -qm "Use $(kept message "$(token 78)") from now on"
git -C repo remote add origin "https://bot:$(kept remote "$(token 79)")@git.example.com/shop.git"
cat > server.py <<'PY'
import http.server, json
class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        open("pushed", "ab").write(self.path.encode() + body + b"\n")
        answer = json.dumps({"id": "s_server", "status": "queued"}).encode()
        self.send_response(200)
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

# run CODE NAME command…: what it prints is kept under said/NAME.
mkdir -p said
run() { local wanted=$1 name=$2; shift 2; expect "$wanted" "$@"; cp out "said/$name.out"; cp err "said/$name.err"; }
run 1 all scan repo -o text=said/r.txt -o json=said/r.json -o sarif=said/r.sarif -o csv=said/r.csv --write-baseline said/base.json
run 1 history scan repo --history --types secrets -o json=said/h.json
run 1 again scan repo --history --types secrets -o text
run 1 code scan repo --types sast -o json
cat > fix.yaml <<'Y'
rules:
  - id: own.exec
    languages: [python]
    severity: INFO
    message: use another name
    pattern: eval($X)
    fix: other($X)
Y
run 0 fix scan repo --no-store --types sast --no-builtin-rules --rules fix.yaml --fix --dry-run
has said/fix.out "+    other("
run 5 packages scan repo --types sca -o json
git -C repo add -A; printf 'STAGED = "%s"\n' "$(kept staged "$(token 80)")" > repo/staged.py; git -C repo add staged.py
run 1 staged scan repo --staged
for format in cyclonedx spdx spdx-tag-value; do run 0 "sbom-$format" "$CODELAKE" sbom repo --format $format; done
run 0 findings "$CODELAKE" findings list --project git.example.com/shop --format json
for id in $(python3 -c 'import json; print(*[f["id"] for f in json.load(open("said/r.json"))["findings"]][::7])'); do
  "$CODELAKE" findings show "$id" >> said/shown 2>&1
done
[ -s said/shown ] || fail "no finding was shown"
run 0 scans "$CODELAKE" scans
run 0 projects "$CODELAKE" projects
run 0 score "$CODELAKE" compliance score git.example.com/shop
run 0 explain "$CODELAKE" explain secrets.github.personal-access-token
for _ in $(seq 100); do [ -s port ] && break; sleep 0.1; done
CODELAKE_TOKEN="cl_""tok_good" run 0 push "$CODELAKE" sync push --url "http://127.0.0.1:$(cat port)"
cp pushed said/pushed
# Errors quote what is wrong.
printf 'secrets: {allow: ["%s("]}\n' "$(kept allow "$(token 81)")" > allow.yaml
run 2 allow scan repo --config allow.yaml
printf '%s: 1\n' "$(kept unknown-key "$(token 82)")" > key.yaml
run 2 key scan repo --config key.yaml
printf 'rules:\n  - id: a\n    languages: [python]\n    severity: ERROR\n    message: m\n    pattern: "f((%s"\n' "$(kept rule "$(token 83)")" > rule.yaml
run 2 rule scan repo --rules rule.yaml
printf '[[rules]]\nid = "a"\nregex = "%s("\n' "$(kept toml "$(token 84)")" > rules.toml
run 2 toml scan repo --rules rules.toml

# Not because nothing was found: each kind is reported where it stands.
for path in src/app.py src/app.js .env conf/app.yaml conf/secret.yaml .netrc .npmrc db_password.txt aws.ini token.json \
            app.zip app.tar.gz package-lock.json requirements.txt Cargo.lock Gemfile.lock odd.py; do
  python3 -c 'import json, sys
places = [p["path"] for f in json.load(open("said/r.json"))["findings"] if f["type"] == "secrets" for p in f["secret"]["places"]]
sys.exit(not any(p == sys.argv[1] or p.startswith(sys.argv[1] + "!") for p in places))' "$path" || fail "no secret is reported in $path"
done
python3 -c 'import json, sys
paths = [f["path"] for f in json.load(open("said/r.json"))["findings"] if f["type"] == "secrets"]
sys.exit(not any("****" in p and p.endswith(".py") for p in paths) or not any("****" in p and "/" in p for p in paths))' \
  || fail "a secret in a name is not reported"
has said/h.json '"old.py"'
[ "$(wc -l < secrets.txt)" -gt 40 ] || fail "too few secrets were made"
python3 look.py said "$CODELAKE_HOME" || fail "these secrets are in an output"
