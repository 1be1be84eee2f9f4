. "$SUPPORT"
for i in $(seq 1 40); do head -c 300000 /dev/urandom | base64 -w 100 > "repo/a$i.txt"; done
for i in $(seq 1 1500); do weak_file "repo/a$i.py"; done
"$CODELAKE" scan repo --jobs 1 >out 2>err & process=$!
# A shell starts background jobs deaf to this signal (bit 2 of the caught ones) until they listen themselves.
listens() { [ $((0x$(sed -n 's/^SigCgt:\s*//p' "/proc/$process/status") & 2)) -ne 0 ]; }
for _ in $(seq 1000); do listens && break; sleep 0.01; done
sleep 0.1; kill -INT $process; wait $process; code=$?
[ $code -eq 130 ] || fail "exit code $code"
[ ! -s out ] || fail "a report of half a scan"
[ ! -e "$CODELAKE_HOME/codelake.db" ] || { expect 3 "$CODELAKE" scans; }
