. "$SUPPORT"
printf 'x = run(cmd)\n' > a.py
expect 0 "$CODELAKE" dump-tree a.py
has out "assignment"
has out "call"
has out "identifier/callee 'run'"
expect 0 "$CODELAKE" dump-tree --pattern --language python 'run($X)'
has out "metavariable"
expect 2 "$CODELAKE" dump-tree --language pyton a.py
has err "did you mean 'python'?"
expect 2 "$CODELAKE" dump-tree missing.py
has err "missing.py"
