. "$SUPPORT"
mkdir rules
# Every yaml block is a rule file; a python block right after it is its test.
python3 - "$SOURCE_ROOT/docs/rule-language.md" <<'P'
import re
import sys
blocks = re.findall(r"^```(\w+)\n(.*?)^```$", open(sys.argv[1]).read(), re.M | re.S)
number = 0
for kind, text in blocks:
    number += kind == "yaml"
    open(f"rules/example{number}." + {"yaml": "yaml", "python": "py"}[kind], "w").write(text)
P
[ "$(ls rules/*.yaml | wc -l)" -ge 7 ] || fail "the examples were not found"
[ "$(ls rules/*.py | wc -l)" -ge 5 ] || fail "the tests were not found"
expect 0 "$CODELAKE" rules validate rules
expect 0 "$CODELAKE" rules test rules
has out " 0 failed"
has out "0 rule errors"
