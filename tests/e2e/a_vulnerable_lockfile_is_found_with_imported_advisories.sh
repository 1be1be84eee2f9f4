. "$SUPPORT"
mkdir -p export/PyPI
cat > export/PyPI/GHSA-aaaa-bbbb-cccc.json <<'J'
{"schema_version": "1.6.0", "id": "GHSA-aaaa-bbbb-cccc", "modified": "2024-01-02T00:00:00Z",
 "aliases": ["CVE-2099-0001"], "summary": "Sample weakness",
 "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
 "affected": [{"package": {"ecosystem": "PyPI", "name": "sample-lib"},
   "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1.10"}]}]}]}
J
expect 0 "$CODELAKE" db import export
printf 'sample_lib==1.9\n' > repo/requirements.txt
expect 1 scan repo --no-store
has out "CVE-2099-0001"
has out "1.10"
printf 'sample_lib==1.10\n' > repo/requirements.txt
expect 0 scan repo --no-store --types sca
has_not out "CVE-2099-0001"
