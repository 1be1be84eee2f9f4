. "$SUPPORT"
weak_file repo/a.py
expect 1 scan repo --no-store -o json
rule=$(python3 -c 'import json; print(json.load(open("out"))["findings"][0]["rule_id"])')
expect 0 "$CODELAKE" explain "$rule"
has out "CWE-"
has out "Reported:"
has out "Not reported:"
expect 2 "$CODELAKE" explain "${rule}x"
has err "did you mean '$rule'?"
