. "$SUPPORT"
weak_file repo/a.py
expect 1 scan repo --no-store --write-baseline base.json
expect 0 scan repo --no-store --baseline base.json
sed -i '1i # a line that moves everything down' repo/a.py
expect 0 scan repo --no-store --baseline base.json
weak_file repo/b.py
expect 1 scan repo --no-store --baseline base.json
has out "b.py:4"
rm repo/b.py repo/a.py && clean_file repo/c.py
expect 0 scan repo --no-store --baseline base.json
has out "1 baseline entries no longer exist"
echo '{}' > base.json
expect 2 scan repo --no-store --baseline base.json
