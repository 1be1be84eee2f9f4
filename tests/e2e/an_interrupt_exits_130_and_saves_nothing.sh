. "$SUPPORT"
for i in $(seq 1 40); do head -c 300000 /dev/urandom | base64 -w 100 > "repo/a$i.txt"; done
for i in $(seq 1 1500); do weak_file "repo/a$i.py"; done
# A shell starts background jobs deaf to this signal until they listen themselves, and how soon that is depends on the
# build; a scan that missed the signal is tried again with a later one.
for delay in 0.05 0.1 0.2 0.5 1; do
  "$CODELAKE" scan repo --jobs 1 >out 2>err & process=$!
  sleep $delay; kill -INT $process; wait $process; code=$?
  [ $code -eq 130 ] && break
  rm -rf "$CODELAKE_HOME"
done
[ $code -eq 130 ] || fail "exit code $code"
[ ! -s out ] || fail "a report of half a scan"
[ ! -e "$CODELAKE_HOME/codelake.db" ] || { expect 3 "$CODELAKE" scans; }
