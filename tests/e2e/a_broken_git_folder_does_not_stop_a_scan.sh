. "$SUPPORT"
weak_file repo/a.py
mkdir -p repo/.git && echo garbage > repo/.git/HEAD && printf '[core\n' > repo/.git/config
expect 1 scan repo --no-store
has out "a.py:4"
expect 2 scan repo --no-store --staged
