# Root can read everything, so root becomes nobody for this.
if [ "$(id -u)" -eq 0 ]; then
  command -v setpriv >/dev/null || { echo "skipped: no setpriv to stop being root"; exit 77; }
  setpriv --reuid=65534 --regid=65534 --clear-groups test -x "$CODELAKE" || { echo "skipped: nobody may not run the program"; exit 77; }
  exec setpriv --reuid=65534 --regid=65534 --clear-groups bash "$0"
fi
. "$SUPPORT"
clean_file repo/a.py
weak_file repo/b.py && chmod 000 repo/b.py
mkdir repo/closed && weak_file repo/closed/c.py && chmod 000 repo/closed
expect 0 scan repo --no-store
has out "b.py"
has out "closed"
expect 4 scan repo --no-store --strict --types sast
chmod 700 repo/closed
