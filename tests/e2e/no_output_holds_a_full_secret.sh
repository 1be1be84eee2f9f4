. "$SUPPORT"
token="ghp_$(python3 -c '
import random, zlib
letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
random.seed(5)
body = "".join(random.choice(letters) for _ in range(30))
crc, tail = zlib.crc32(body.encode()), ""
while crc: crc, digit = divmod(crc, 62); tail = letters[digit] + tail
print(body + tail.rjust(6, "0"))')"
mkdir -p repo/src
printf 'TOKEN = "%s"\n' "$token" > repo/src/a.py
printf 'token: %s\n' "$token" > repo/b.yaml
expect 1 scan repo -o text=r.txt -o json=r.json -o sarif=r.sarif -o csv=r.csv --write-baseline base.json
has r.json '"verification": "verified"'
has r.json '"path": "src/a.py"'
expect 0 "$CODELAKE" findings list --project repo --format json
for part in "$token" "${token:4:20}" "${token:20}"; do
  ! grep -rqF -- "$part" out err r.txt r.json r.sarif r.csv base.json "$CODELAKE_HOME" || fail "the secret is in an output"
done
