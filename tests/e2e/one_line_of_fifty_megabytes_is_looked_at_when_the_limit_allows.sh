. "$SUPPORT"
clean_file repo/a.py
head -c 50000000 /dev/zero | tr '\0' 'a' > repo/line.txt
expect 0 scan repo --no-store
has out "line.txt"
printf 'scan: {max_file_bytes: 100000000}\n' > repo/codelake.yaml
expect 0 scan repo --no-store
