. "$SUPPORT"
mkdir rules
cat > rules/own.yaml <<'Y'
rules:
  - id: own-old
    languages: [python]
    severity: INFO
    message: m
    pattern: old($X)
    fix: new($X)
Y
printf '# ruleid: own-old\nold(1)\n' > rules/own.py
printf '# ruleid: own-old\nnew(1)\n' > rules/own.fixed.py
expect 0 "$CODELAKE" rules test rules
has out "1 fixed file: 1 passed, 0 failed"
printf '# ruleid: own-old\nnewer(1)\n' > rules/own.fixed.py
expect 1 "$CODELAKE" rules test rules
has out "-newer(1)"
has out "+new(1)"
printf 'old(1)\n# ruleid: own-old\nother()\n' > rules/own.py
expect 1 "$CODELAKE" rules test rules
has out "+ line 1: found, not expected: old(1)"
has out "- line 3: expected, not found: other()"
