. "$SUPPORT"
expect 1 scan "$SOURCE_ROOT/examples" --types sast,secrets --no-store -o json
python3 - "$SOURCE_ROOT/examples" <<'P' || fail "the findings are not what the comments say"
import json, pathlib, sys
root = pathlib.Path(sys.argv[1])
# A comment of its own speaks of the next line, one behind code of its own line.
said = set()
for path in sorted((root / "shop").rglob("*")):
    if not path.is_file():
        continue
    for number, line in enumerate(path.read_text().splitlines(), 1):
        before, marker, rules = line.partition("finds:")
        if marker:
            target = number + (before.strip(" \t/#*") == "")
            said |= {(path.relative_to(root).as_posix(), target, rule) for rule in rules.split()}
found = {(f["path"], f["start"]["line"], f["rule_id"]) for f in json.load(open("out"))["findings"]}
for what, places in (("not found", said - found), ("not said", found - said)):
    for place in sorted(places):
        print(what, *place, file=sys.stderr)
sys.exit(0 if said == found and len(said) > 40 else 1)
P
