. "$SUPPORT"
weak_file repo/a.py
mkdir rules
cat > rules/bad.yaml <<'Y'
rules:
  - id: own.bad
    languages: [python]
    severity: ERROR
    message: m
    pattern-somewhere: f(...)
Y
expect 2 scan repo --no-store --rules rules
has err "bad.yaml:6"
has err "pattern-somewhere"
[ ! -s out ] || fail "a report was written"
