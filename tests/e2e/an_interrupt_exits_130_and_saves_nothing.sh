. "$SUPPORT"
for i in $(seq 1 40); do head -c 300000 /dev/urandom | base64 -w 100 > "repo/a$i.txt"; done
for i in $(seq 1 1500); do weak_file "repo/a$i.py"; done
# The signal is sent as soon as the process lives; a scan that was faster than the signal is tried again.
for attempt in 1 2 3 4 5; do
  "$CODELAKE" scan repo --jobs 1 >out 2>err & process=$!
  sleep 0.05; kill -INT $process; wait $process; code=$?
  [ $code -eq 130 ] && break
  rm -rf "$CODELAKE_HOME"
done
[ $code -eq 130 ] || fail "exit code $code"
[ ! -s out ] || fail "a report of half a scan"
[ ! -e "$CODELAKE_HOME/codelake.db" ] || { expect 3 "$CODELAKE" scans; }
