. "$SUPPORT"
mkdir rules
cat > rules/no-eval.yaml <<'Y'
rules:
  - id: no-eval
    languages: [python]
    severity: ERROR
    message: m
    pattern: eval(...)
Y
printf '# ruleid: no-eval\neval(x)\n# ok: no-eval\nliteral_eval(x)\n' > rules/no-eval.py
expect 0 "$CODELAKE" rules test rules
printf '# ruleid: no-eval\nliteral_eval(x)\neval(x)\n' > rules/no-eval.py
expect 1 "$CODELAKE" rules test rules
has out "no-eval"
rm rules/no-eval.py
expect 3 "$CODELAKE" rules test rules
echo 'rules: [{id: a, languages: [python], severity: ERROR, message: m, pattern: "f(("}]' > rules/no-eval.yaml
expect 2 "$CODELAKE" rules validate rules
has out "no-eval.yaml:1"
expect 0 "$CODELAKE" rules list
has out "python.injection.sql-string"
