. "$SUPPORT"
weak_file repo/a.py
expect 1 scan repo
expect 1 scan repo
cd repo
expect 0 "$CODELAKE" scans --format json
[ "$(grep -o '"id": "s_' out | wc -l)" -eq 2 ] || fail "not two scans"
expect 0 "$CODELAKE" projects
has out "repo"
expect 0 "$CODELAKE" findings list
has out "a.py"
