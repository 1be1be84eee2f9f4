. "$SUPPORT"
cat > rule.yaml <<'RULE'
rules:
  - id: path
    languages: [python]
    severity: ERROR
    message: A name from outside.
    mode: taint
    pattern-sources: [{pattern: "ask($KEY)"}]
    pattern-sinks: [{pattern: read(...)}, {pattern: "read($NAME)"}, {pattern: Path(...)}]
RULE
cat > repo/a.py <<'CODE'
def one():
    return read(Path(ask("name")))

def two():
    return read(Path(ask("first"))), read(Path(ask("second")))

def three():
    read(
        Path(ask("name")))
CODE
expect 1 "$CODELAKE" scan repo --types sast --no-builtin-rules --rules rule.yaml --no-store -o csv
[ "$(grep -c 'a.py,2,' out)" -eq 1 ] || { cat out >&2; fail "one flow into read() and Path() is not one finding"; }
[ "$(grep -c 'a.py,5,' out)" -eq 2 ] || { cat out >&2; fail "two flows on one line are not two findings"; }
[ "$(grep -c 'a.py,8,' out)" -eq 1 ] && [ "$(grep -c 'a.py,9,' out)" -eq 1 ] || { cat out >&2; fail "sinks on two lines are not two findings"; }
