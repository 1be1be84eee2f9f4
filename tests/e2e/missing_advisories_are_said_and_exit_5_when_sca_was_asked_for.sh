. "$SUPPORT"
clean_file repo/a.py
printf 'flask==0.12\n' > repo/requirements.txt
expect 0 scan repo --no-store
has out "db update"
expect 5 scan repo --no-store --types sca
expect 5 scan repo --no-store --strict
expect 0 scan repo --no-store -o json --fail-on never
has out '"assessed": false'
