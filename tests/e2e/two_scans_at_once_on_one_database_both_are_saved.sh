. "$SUPPORT"
for i in $(seq 1 50); do weak_file "repo/a$i.py"; done
"$CODELAKE" scan repo --fail-on never >one 2>&1 & first=$!
"$CODELAKE" scan repo --fail-on never >two 2>&1 & second=$!
wait $first || { cat one; fail "the first failed"; }
wait $second || { cat two; fail "the second failed"; }
expect 0 "$CODELAKE" scans --format json
[ "$(grep -o '"id": "s_' out | wc -l)" -eq 2 ] || { cat out; fail "not two scans"; }
