. "$SUPPORT"
cd repo && git init -q . && clean_file a.py && git add . && git commit -qm one && cd ..
expect 0 scan repo --no-store --staged
has err "no changed file"
weak_file repo/a.py && git -C repo add a.py && clean_file repo/a.py
expect 1 scan repo --no-store --staged
has out "a.py:4"
expect 0 scan repo --no-store
