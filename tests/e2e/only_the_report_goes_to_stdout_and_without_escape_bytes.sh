. "$SUPPORT"
weak_file repo/a.py
mkfifo repo/pipe
expect 1 scan repo --no-store -o json
python3 -c 'import json,sys; json.load(open("out"))' || fail "stdout is not one JSON document"
has err "pipe"
for options in "" "--color auto"; do
  expect 1 scan repo --no-store $options
  ! grep -q $'\x1b' out err || fail "an escape byte with '$options'"
done
expect 1 scan repo --no-store --color always
grep -q $'\x1b' out || fail "no colour with --color always"
expect 1 scan repo --no-store --quiet
[ ! -s err ] || fail "--quiet wrote to stderr"
