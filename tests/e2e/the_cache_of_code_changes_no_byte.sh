. "$SUPPORT"
export SOURCE_DATE_EPOCH=1700000000
mkdir project
printf 'import os\nfrom b import run\nfrom flask import request\n\ndef page():\n    run(request.args["q"])\n    eval(request.args["c"])\n' > project/a.py
printf 'import os\n\ndef run(command):\n    os.system(command)\n' > project/b.py
look() { "$CODELAKE" scan project --no-store --types sast -o json=report.json "$@" >/dev/null 2>err; sed '/"command"/d' report.json; }
look --no-cache > without
[ ! -e "$CODELAKE_HOME/cache/code" ] || fail "--no-cache kept something"
grep -q '"rule_id"' without || fail "nothing was found"
look > cold
look > warm
cmp without cold && cmp cold warm || fail "the cache changes the report"
[ "$(ls "$CODELAKE_HOME/cache/code" | wc -l)" -eq 1 ] || fail "not one file was kept"
# What is found in a.py depends on b.py, which alone is looked at again.
printf 'def run(command):\n    print(command)\n' > project/b.py
look > changed
look --no-cache > fresh
cmp changed fresh || fail "the cache changes the report of changed code"
! cmp -s changed warm || fail "the change was not seen"
for file in "$CODELAKE_HOME"/cache/code/*; do printf 'x' | dd of="$file" bs=1 seek=200 conv=notrunc 2>/dev/null; done
look > damaged
grep -q "cache of code is damaged" damaged || fail "the damage was not said"
look > again
cmp again fresh || fail "the cache was not made anew"
