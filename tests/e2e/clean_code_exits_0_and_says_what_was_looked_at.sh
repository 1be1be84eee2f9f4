. "$SUPPORT"
clean_file repo/a.py
expect 0 scan repo --no-store
has out "1 file"
