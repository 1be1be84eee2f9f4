. "$SUPPORT"
export SOURCE_DATE_EPOCH=1700000000
mkdir -p export/npm
for n in 1 2 3 4 5; do
  printf '{"id": "GHSA-aaaa-bbbb-ccc%s", "modified": "2023-01-02T00:00:00Z", "aliases": ["CVE-2023-000%s"], "summary": "Weakness %s",
    "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
    "affected": [{"package": {"ecosystem": "npm", "name": "weak%s"}, "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}]}]}]}' \
    $n $n $n $n > export/npm/$n.json
done
expect 0 "$CODELAKE" db import export
printf '{"lockfileVersion": 3, "packages": {"": {}' > repo/package-lock.json
for n in 1 2 3 4 5; do printf ', "node_modules/weak%s": {"version": "1.0.0"}' $n >> repo/package-lock.json; done
printf '}}' >> repo/package-lock.json
status() { python3 - "$1" <<'P'
import json, sys
for f in json.load(open(sys.argv[1]))["findings"]:
    print(f["package"]["name"], f["status"], f["package"]["vex_status"], f.get("suppression", {}).get("reason"))
P
}
expect 1 scan repo --no-store --types sca -o openvex=first.json -o cyclonedx-vex=first.cdx.json
has first.json '"status": "under_investigation"'
# What we write is what a person completes, and what we read again.
mkdir repo/.vex
python3 - <<'P'
import json
vex = json.load(open("first.json"))
named = {s["vulnerability"]["name"]: s for s in vex["statements"]}
named["CVE-2023-0001"].update(status="not_affected", justification="component_not_present")
vex["statements"] = [named["CVE-2023-0001"]]
json.dump(vex, open("repo/.vex/a.json", "w"))
bill = json.load(open("first.cdx.json"))
assert len(bill["vulnerabilities"]) == 5 and bill["components"][0]["purl"] == "pkg:npm/weak1@1.0.0"
bill["vulnerabilities"] = [v for v in bill["vulnerabilities"] if v["id"] == "CVE-2023-0002"]
bill["vulnerabilities"][0]["analysis"] = {"state": "resolved", "detail": "patched here"}
json.dump(bill, open("given.json", "w"))
P
printf 'GHSA-aaaa-bbbb-ccc3\nCVE-2023-0004 exp:2023-01-01\nCVE-1999-1\n' > repo/.trivyignore
printf '[[IgnoredVulns]]\nid = "CVE-2023-0005"\nreason = "not shipped"\n' > repo/osv-scanner.toml
expect 1 scan repo --no-store --types sca --vex given.json -o json=second.json -o openvex=second.vex.json
status second.json > seen
cat > wanted <<'W'
weak1 suppressed not_affected not_affected by .vex/a.json: component_not_present
weak2 suppressed fixed fixed by given.json: patched here
weak3 suppressed None ignored by .trivyignore
weak4 open None None
weak5 suppressed None ignored by osv-scanner.toml: not shipped
W
diff wanted seen || fail "other decisions"
has err "line 2: what it says of CVE-2023-0004 held until 2023-01-01"
has err "1 of 3 statements fit no finding: CVE-1999-1"
has second.vex.json '"status": "fixed"'
has second.vex.json '"impact_statement": "not_affected by .vex/a.json: component_not_present"'
printf '{}' > given.json
expect 2 scan repo --no-store --types sca --vex given.json
has err "no OpenVEX, CSAF or CycloneDX document"
