. "$SUPPORT"
weak_file repo/a.py
expect 1 scan repo --no-store -o json
rule=$(python3 -c 'import json; print(json.load(open("out"))["findings"][0]["rule_id"])')
sed -i "4s/$/  # codelake:ignore $rule -- names come from a fixed list/" repo/a.py
expect 0 scan repo --no-store
has out "1 suppressed"
sed -i "s/ -- names.*//" repo/a.py
expect 1 scan repo --no-store
has out "not honoured"
weak_file repo/a.py
printf 'suppress:\n  - {rule: "%s", path: "a.py", reason: legacy}\n  - {rule: "%s", path: "z.py", reason: gone}\n' "$rule" "$rule" > repo/codelake.yaml
expect 0 scan repo --no-store
has out "fits no finding"
