. "$SUPPORT"
cat > repo/package-lock.json <<'J'
{"lockfileVersion": 3, "packages": {
  "": {"dependencies": {"top": "^1.0.0", "own": "*"}},
  "node_modules/top": {"version": "1.0.0", "license": "MIT", "dependencies": {"deep": "*", "choice": "*"}},
  "node_modules/deep": {"version": "2.0.0", "license": "GPLv3"},
  "node_modules/choice": {"version": "3.0.0", "license": "(MIT OR GPL-2.0-only)"},
  "node_modules/odd": {"version": "4.0.0", "license": "ask us"},
  "node_modules/copied": {"version": "5.0.0"}}}
J
mkdir -p repo/node_modules/copied repo/third_party/z
echo 'SPDX-License-Identifier: MPL-2.0' > repo/node_modules/copied/LICENSE
echo 'SPDX-License-Identifier: AGPL-3.0-only' > repo/third_party/z/COPYING
echo 'SPDX-License-Identifier: GPL-2.0-only' > repo/LICENSE
# Without a policy nothing is found, and what is unknown is counted.
expect 5 scan repo --no-store --types sca -o json=plain.json -o text
has out "licences: unknown of 1 of 5 packages"
has_not plain.json '"type": "license"'
cat > repo/codelake.yaml <<'Y'
licenses: {deny: ["*GPL-*"], review: [MPL-2.0]}
Y
expect 1 scan repo --no-store --types sca -o json=report.json -o sarif=report.sarif -o text
has out "high[license.denied] deep 2.0.0 is under GPL-3.0-only, which the policy denies"
has out "top@1.0.0 > deep@2.0.0"
has out "medium[license.review] copied 5.0.0 is under MPL-2.0"
has out "what stands in third_party/z is under AGPL-3.0-only"
python3 - <<'P' || fail "the reports"
import json
report = json.load(open("report.json"))
found = sorted((f["rule_id"], f["path"]) for f in report["findings"])
assert found == [("license.denied", "package-lock.json"), ("license.denied", "third_party/z/COPYING"),
                 ("license.review", "package-lock.json")], found
assert report["summary"]["by_type"]["license"] == 3
assert report["coverage"]["licenses"] == {"packages": 5, "packages_unknown": 1, "files": 3, "files_unknown": 0}
run = json.load(open("report.sarif"))["runs"][0]
assert {r["ruleId"] for r in run["results"]} == {"license.denied", "license.review"}
assert all("security" not in r["properties"]["tags"] for r in run["tool"]["driver"]["rules"])
P
# The text of a licence by itself is no look at dependencies.
mkdir lone && cp repo/LICENSE lone/ && expect 3 scan lone --no-store --types sca
printf 'licenses: {deny: [GPL-4]}\n' > repo/codelake.yaml
expect 2 scan repo --no-store --types sca
has err "'GPL-4' is no licence known here"
