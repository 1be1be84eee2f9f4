# Sourced by every end-to-end script: a new folder to work in, a home of our own, and words to check with.
set -u
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
cd "$here" || exit 1
export CODELAKE_HOME="$here/home" HOME="$here/nobody" GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.com GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.com
unset NO_COLOR TERM SOURCE_DATE_EPOCH CODELAKE_URL CODELAKE_TOKEN
mkdir -p "$HOME" repo

fail() { echo "FAILED: $*" >&2; exit 1; }

# expect CODE command…: runs it, keeps its streams in out and err, and checks its exit code.
expect() {
  local wanted=$1; shift
  "$@" >out 2>err </dev/null
  local got=$?
  [ "$got" -eq "$wanted" ] || { cat out err >&2; fail "exit code $got instead of $wanted: $*"; }
}
has() { grep -qF -- "$2" "$1" || { cat "$1" >&2; fail "no '$2' in $1"; }; }
has_not() { ! grep -qF -- "$2" "$1" || { cat "$1" >&2; fail "'$2' in $1"; }; }
# Ends a script that limits the size of files where the build writes such files before it begins: ThreadSanitizer does.
skip_unless_files_can_be_limited() {
  ( ulimit -f 20; trap '' XFSZ; "$CODELAKE" --version ) >out 2>&1 && return
  echo "skipped: this build cannot start under a limit on the size of files"
  exit 77
}
scan() { "$CODELAKE" scan "$@"; }
# A Python file with a weakness that a rule of ours reports at high severity, and one without.
weak_file() { printf 'import requests\n\ndef find(name):\n    return requests.get("https://example.com/" + name, verify=False)\n' > "$1"; }
# A rule that finds the same line without the built-in ones.
rule_of_the_weak_file() {
  cat <<'RULE'
rules:
  - id: address
    languages: [python]
    severity: ERROR
    message: An address is put together here.
    pattern: requests.get($A + $B, ...)
RULE
}
clean_file() { printf 'def add(a, b):\n    return a + b\n' > "$1"; }
# A token of a known provider with a right checksum, made of a seed.
token() {
  python3 -c '
import random, sys, zlib
letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
random.seed(sys.argv[1])
body = "".join(random.choice(letters) for _ in range(30))
crc, tail = zlib.crc32(body.encode()), ""
while crc: crc, digit = divmod(crc, 62); tail = letters[digit] + tail
print("gh" + "p_" + body + tail.rjust(6, "0"))' "$1"
}
# A repository in repo: the first commit brings a secret to src/a.py, the second moves it to b.py, the third takes it away.
repository_with_a_removed_secret() {
  mkdir -p repo/src && git -C repo init -q -b main . && clean_file repo/clean.py
  printf 'TOKEN = "%s"\n' "$(token 5)" > repo/src/a.py
  commit_all one 1600000000 && git -C repo mv src/a.py b.py && commit_all two 1600000100
  git -C repo rm -q b.py && commit_all three 1600000200
}
commit_all() {
  git -C repo add -A && GIT_AUTHOR_DATE="$2 +0000" GIT_COMMITTER_DATE="$2 +0000" git -C repo commit -qm "$1"
}

# A server on loopback that takes scans; its port is in ./port, what it was sent in ./requests.
start_push_server() {
  python3 "$(dirname "$SUPPORT")/push_server.py" & push_server=$!
  trap 'kill $push_server; rm -rf "$here"' EXIT
  for _ in $(seq 100); do [ -s port ] && return; sleep 0.1; done
  fail "the server did not start"
}
