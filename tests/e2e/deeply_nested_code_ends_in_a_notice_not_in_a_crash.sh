. "$SUPPORT"
python3 - <<'P'
open("repo/deep.py", "w").write("x = " + "(" * 100000 + "1" + ")" * 100000 + "\n")
open("repo/deep.js", "w").write("x = " + "[" * 100000 + "1" + "]" * 100000 + ";\n")
open("repo/deep.json", "w").write("[" * 100000 + "]" * 100000)
open("repo/package-lock.json", "w").write("[" * 100000 + "]" * 100000)
P
expect 0 scan repo --no-store
has out "deep.py"
has out "package-lock.json"
