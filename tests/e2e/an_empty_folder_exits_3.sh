. "$SUPPORT"
expect 3 scan repo --no-store
has err "nothing was scanned"
expect 3 scan repo/not-there --no-store
