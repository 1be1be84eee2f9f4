. "$SUPPORT"
cat > make.py <<'PY'
# A checkout with a secret in every form a file can hold one.
import base64, io, os, random, string, subprocess, tarfile, zipfile, zlib
random.seed(5)
letters = string.digits + string.ascii_uppercase + string.ascii_lowercase

def drawn(size):
    return "".join(random.choice(letters) for _ in range(size))

def token():
    body, tail = drawn(30), ""
    crc = zlib.crc32(body.encode())
    while crc: crc, digit = divmod(crc, 62); tail = letters[digit] + tail
    return "gh" + "p_" + body + tail.rjust(6, "0")

def write(path, text):
    os.makedirs(os.path.dirname("repo/" + path), exist_ok=True)
    open("repo/" + path, "wb").write(text if isinstance(text, bytes) else text.encode())

def twice(text):
    return base64.b64encode(base64.b64encode(text.encode())).decode()

filler = "".join(f"line {i} of a long file\n" for i in range(400))
write("plain.py", f'TOKEN = "{token()}"\n')
write("base64.txt", f'sent: {base64.b64encode(token().encode()).decode()}\n')
write("nested.txt", f'sent: {twice("token=" + token())}\n')
write("hex.txt", f'sent: {token().encode().hex()}\n')
write("url.txt", "https://example.com/?q=" + "".join(f"%{ord(c):02x}" for c in token()) + "\n")
write("escapes.js", 'const t = "' + "".join(f"\\x{ord(c):02x}" for c in token()) + '";\n')
write("unicode.json", '{"t": "' + "".join(f"\\u{ord(c):04x}" for c in token()) + '"}\n')
first = token()
write("joined.js", f'const t = "{first[:9]}" +\n  "{first[9:20]}" +\n  "{first[20:]}";\n')
second = token()
write("joined.py", f't = ("{second[:9]}"\n     "{second[9:]}")\n')
write("deep/master.key", drawn(32) + "\n")
write("deep/db_password.txt", "# for the database\n" + drawn(20) + "\n")
write("wide.txt", (f'TOKEN = "{token()}"\n').encode("utf-16"))
write("wide64.txt", (f'sent: {base64.b64encode(token().encode()).decode()}\n').encode("utf-16"))
write("long.txt", filler + f'sent: {base64.b64encode(token().encode()).decode()}\n' + filler)
write("secret.yaml", f'kind: Secret\ndata:\n  key: {base64.b64encode(drawn(24).encode()).decode()}\n')
inner = io.BytesIO()
with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("conf/.env", f"API_SECRET={drawn(32)}\n")
    archive.writestr("sent.txt", f"sent: {base64.b64encode(token().encode()).decode()}\n")
    archive.writestr("run/master.key", drawn(32) + "\n")
write("app.zip", inner.getvalue())
outer = io.BytesIO()
with tarfile.open(fileobj=outer, mode="w:gz") as archive:
    for name, data in (("app.jar", inner.getvalue()), ("settings.py", f'password = "{drawn(20)}"\n'.encode())):
        info = tarfile.TarInfo(name); info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
write("app.tar.gz", outer.getvalue())
write("keys.kdbx", bytes([0x03, 0xD9, 0xA2, 0x9A, 0x67, 0xFB, 0x4B, 0xB5]) + bytes(40))
PY
mkdir -p repo && git -C repo init -q -b main . && python3 make.py || fail "nothing was made"
commit_all first 1600000000
said() { python3 -c 'import json, sys
print(*sorted(f["rule_id"] + " " + f["fingerprint"] for f in json.load(open("report.json"))["findings"]), sep="\n")' > "$1"; }
scan repo --no-store --no-cache --types secrets -o json=report.json >/dev/null 2>&1; said tree
[ "$(wc -l < tree)" -ge 20 ] || { cat tree; fail "too little is found in the work tree"; }

# Every file changes twice, so that packs hold changes, and goes.
for round in 1 2; do
  for file in repo/*.txt repo/*.py repo/*.js; do case $file in *wide*) ;; *) printf '\nround %s\n' $round >> "$file"; esac; done
  commit_all "round $round" "160000010$round"
done
git -C repo rm -rq . && git -C repo commit -qm gone
for form in loose packed; do
  [ $form = loose ] || { git -C repo repack -adfq --depth=20 --window=20; git -C repo prune-packed; }
  scan repo --no-store --no-cache --types secrets --history -o json=report.json >/dev/null 2>&1; said $form
  diff tree $form || fail "the history of $form objects gives something else"
done
