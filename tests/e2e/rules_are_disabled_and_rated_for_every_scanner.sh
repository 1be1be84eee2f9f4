. "$SUPPORT"
weak_file repo/a.py
printf 'db_password: tK8zQ2wLp9mXa\n' > repo/b.yaml
expect 1 scan repo --no-store -o json
has out '"rule_id": "python.crypto.tls-verify-off"'
has out '"rule_id": "secrets.generic.configured-password"'
printf 'rules: {disable: ["python.*"], severity: {secrets.generic.configured-password: low}}\n' > repo/codelake.yaml
expect 0 scan repo --no-store -o json
has_not out '"rule_id": "python.crypto.tls-verify-off"'
has out '"severity": "low"'
