. "$SUPPORT"
printf 'import shop\nshop.sell("all")\n' > repo/a.py
mkdir rules
cat > rules/own.yaml <<'Y'
rules:
  - id: own.no-sale
    languages: [python]
    severity: ERROR
    message: nothing is sold here
    pattern: shop.sell(...)
Y
expect 1 scan repo --no-store --rules rules --no-builtin-rules
has out "own.no-sale"
has out "a.py:2"
