. "$SUPPORT"
clean_file repo/a.py
printf 'def broken(:\n    return ((\n' > repo/b.py
expect 0 scan repo --no-store --types sast
has out "b.py"
expect 4 scan repo --no-store --types sast --strict
