. "$SUPPORT"
weak_file repo/a.py
expect 1 scan repo --no-store --fail-on never --fail-under 100
has err "below 100"
expect 0 scan repo --no-store --fail-on never --fail-under 0
expect 1 scan repo --no-store --fail-on never --fail-under 100 --framework owasp
has err "owasp"
