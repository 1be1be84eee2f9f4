. "$SUPPORT"
weak_file repo/a.py
expect 1 scan repo --no-store
has out "a.py:4"
expect 0 scan repo --no-store --fail-on never
expect 0 scan repo --no-store --fail-on critical
expect 1 scan repo --no-store --fail-on low
# The same code for every format.
for format in json sarif csv; do expect 1 scan repo --no-store -o $format; done
