. "$SUPPORT"
# For each language what it has to store, pass on and check values by: lines that a value reaches, and lines it does not.
expect 0 "$CODELAKE" rules test "$SOURCE_ROOT/tests/flow"
has out " 0 failed"
has out "0 rules without test"
