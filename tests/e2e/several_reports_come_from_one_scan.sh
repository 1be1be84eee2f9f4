. "$SUPPORT"
weak_file repo/a.py
expect 1 scan repo --no-store -o text -o json=r.json -o sarif=r.sarif -o csv=r.csv
has out "a.py:4"
python3 -c 'import json; json.load(open("r.json")); json.load(open("r.sarif"))' || fail "not JSON"
[ "$(wc -l < r.csv)" -ge 2 ] || fail "no row in the CSV"
expect 2 scan repo --no-store -o text -o json
expect 2 scan repo --no-store -o json=not/there/r.json
