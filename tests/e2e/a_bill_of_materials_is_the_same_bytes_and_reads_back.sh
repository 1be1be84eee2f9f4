. "$SUPPORT"
export SOURCE_DATE_EPOCH=1700000000
cat > repo/package-lock.json <<'EOF'
{"lockfileVersion": 3, "packages": {
  "": {"dependencies": {"a": "^1.0.0"}, "devDependencies": {"@s/t": "^2.0.0"}},
  "node_modules/a": {"version": "1.0.1", "license": "MIT", "dependencies": {"b": "*"},
    "integrity": "sha1-AAAAAAAAAAAAAAAAAAAAAAAAAAA="},
  "node_modules/b": {"version": "0.1.0", "license": "see the file"},
  "node_modules/@s/t": {"version": "2.0.0", "dev": true}}}
EOF
for choice in cyclonedx:1.5:bom.json cyclonedx:1.6:bom.json cyclonedx:1.7:bom.json spdx:2.3:x.spdx.json spdx:3.0.1:x.spdx.json spdx-tag-value:2.3:x.spdx; do
  IFS=: read -r format version file <<< "$choice"
  rm -rf again && mkdir again
  expect 0 "$CODELAKE" sbom repo --format "$format" --spec-version "$version" -o "again/$file"
  expect 0 "$CODELAKE" sbom repo --format "$format" --spec-version "$version"
  cmp out "again/$file" || fail "$choice: two runs differ"
  has out "pkg:npm/%40s/t@2.0.0"
  # What a scan reads of the bill is what it reads of the lockfile.
  expect 5 scan repo --no-store --types sca -o json=first.json --quiet
  expect 5 scan again --no-store --types sca -o json=second.json --quiet
  python3 - <<'EOF' || fail "$choice: other packages than in the lockfile"
import json, sys
def packages(name):
    keep = ("ecosystem", "name", "version", "purl", "source", "direct", "dependencies", "groups")
    return sorted(json.dumps({k: p.get(k) for k in keep}) for p in json.load(open(name))["packages"])
first, second = packages("first.json"), packages("second.json")
if first != second or len(first) != 3:
    sys.exit("\n".join(first + ["--"] + second))
EOF
done
expect 2 "$CODELAKE" sbom repo --format sbom
expect 2 "$CODELAKE" sbom repo --spec-version 0.9
rm repo/package-lock.json && expect 3 "$CODELAKE" sbom repo
