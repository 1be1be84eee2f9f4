. "$SUPPORT"
python3 - <<'P'
open("repo/deep.py", "w").write("x = " + "(\n" * 100000 + "1" + ")\n" * 100000)
open("repo/deep.js", "w").write("x = " + "[\n" * 100000 + "1" + "]\n" * 100000 + ";")
open("repo/deep.json", "w").write("[" * 100000 + "]" * 100000)
open("repo/package-lock.json", "w").write("[" * 100000 + "]" * 100000)
P
expect 0 scan repo --no-store
has out "deep.py"
has out "deep.js"
has out "package-lock.json"
