. "$SUPPORT"
[ "$(id -u)" -ne 0 ] || { echo "skipped: root can read everything"; exit 77; }
clean_file repo/a.py
weak_file repo/b.py && chmod 000 repo/b.py
mkdir repo/closed && weak_file repo/closed/c.py && chmod 000 repo/closed
expect 0 scan repo --no-store
has out "b.py"
has out "closed"
expect 4 scan repo --no-store --strict --types sast
chmod 700 repo/closed
