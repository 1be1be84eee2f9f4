. "$SUPPORT"
cd repo && git init -q . && weak_file old.py && git add . && git commit -qm one && cd ..
clean_file repo/new.py
expect 0 scan repo --no-store --since HEAD
weak_file repo/new.py
expect 1 scan repo --no-store --since HEAD
has out "new.py"
has_not out "old.py"
expect 2 scan repo --no-store --since no-such-revision
expect 2 scan repo --no-store --since HEAD --fail-under 10
