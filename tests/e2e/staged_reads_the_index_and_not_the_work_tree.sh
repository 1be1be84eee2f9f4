. "$SUPPORT"
cd repo && git init -q . && clean_file a.py && git add . && git commit -qm one && cd ..
expect 0 scan repo --no-store --staged
has err "no changed file"
ln -s a.py repo/link && git -C repo add link
expect 3 scan repo --no-store --staged
has out "link"
has out "symbolic link"
git -C repo rm -q --cached link && rm repo/link
weak_file repo/a.py && git -C repo add a.py && clean_file repo/a.py
expect 1 scan repo --no-store --staged
has out "a.py:4"
expect 0 scan repo --no-store
