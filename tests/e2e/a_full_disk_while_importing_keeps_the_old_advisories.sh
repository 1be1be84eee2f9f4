. "$SUPPORT"
skip_unless_files_can_be_limited
python3 - <<'P'
import json, os
def record(name, number):
    return {"id": f"CVE-2024-{number}", "modified": "2024-01-02T00:00:00Z", "summary": os.urandom(400).hex(),
            "affected": [{"package": {"ecosystem": "npm", "name": f"{name}{number}"}, "versions": ["1.0.0"]}]}
for folder, count in (("small", 1), ("large", 400)):
    os.makedirs(f"{folder}/npm")
    for number in range(count):
        json.dump(record("p", number), open(f"{folder}/npm/{number}.json", "w"))
P
expect 0 "$CODELAKE" db import small
expect 0 "$CODELAKE" db status && cp out before
( ulimit -f 20; trap '' XFSZ; "$CODELAKE" db import large >out 2>err )
[ $? -eq 2 ] || { cat out err; fail "not exit code 2"; }
has err "File too large"
expect 0 "$CODELAKE" db status
cmp out before || fail "another database than before"
[ -z "$(find "$CODELAKE_HOME/advisories" -name '*.tmp*' -o -name '*.part')" ] || fail "something is left behind"
expect 0 "$CODELAKE" db import large
expect 0 "$CODELAKE" db status && has out "400"
