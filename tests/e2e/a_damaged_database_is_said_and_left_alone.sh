. "$SUPPORT"
weak_file repo/a.py
mkdir -p "$CODELAKE_HOME"
head -c 5000 /dev/urandom > "$CODELAKE_HOME/codelake.db"
cp "$CODELAKE_HOME/codelake.db" before
expect 2 scan repo
has out "a.py:4"
has err "codelake.db"
cmp before "$CODELAKE_HOME/codelake.db" || fail "the damaged file was changed"
expect 1 scan repo --no-store
