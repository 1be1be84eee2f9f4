. "$SUPPORT"
data="$SOURCE_ROOT/../shared/advisories"
[ -d "$data" ] || { echo "skipped: the advisory data set beside the repository is absent"; exit 77; }
expect 0 "$CODELAKE" db import "$data"
expect 1 scan "$SOURCE_ROOT/examples" --types sca --no-store -o json
python3 - "$SOURCE_ROOT/examples/EXPECTED.md" <<'P' || fail "the findings are not what EXPECTED.md says"
import json, sys
said = set()
for line in open(sys.argv[1]):
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    if len(cells) == 4 and cells[0].startswith("shop/"):
        said |= {(cells[0], cells[1], cells[2], advisory.strip()) for advisory in cells[3].split(",")}
found = set()
for finding in json.load(open("out"))["findings"]:
    package = finding["package"]
    key = (finding["path"], package["name"], package["version"])
    named = [(*key, advisory) for advisory in package["advisory_ids"] if (*key, advisory) in said]
    found |= set(named) or {(*key, package["advisory_ids"][0])}
for what, rows in (("not found", said - found), ("not said", found - said)):
    for row in sorted(rows):
        print(what, *row, file=sys.stderr)
sys.exit(0 if said == found and said else 1)
P
