. "$SUPPORT"
skip_unless_files_can_be_limited
weak_file repo/a.py
expect 1 scan repo
for i in $(seq 1 400); do weak_file "repo/a$i.py"; done
size=$(stat -c %s "$CODELAKE_HOME/codelake.db")
( ulimit -f $((size / 1024 + 20)); trap '' XFSZ; "$CODELAKE" scan repo 2>err | cat >out; exit "${PIPESTATUS[0]}" )
[ $? -eq 2 ] || { cat err; fail "not exit code 2"; }
has out "a1.py:4"
expect 0 "$CODELAKE" scans --format json
[ "$(grep -o '"id": "s_' out | wc -l)" -eq 1 ] || { cat out; fail "a half-written scan"; }
