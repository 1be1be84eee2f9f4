. "$SUPPORT"
clean_file repo/a.py
expect 2 scan repo --tpyes sast
expect 2 scan repo --types sst
has err "did you mean 'sast'?"
expect 2 scan repo -o jsn
has err "did you mean 'json'?"
expect 2 scan repo --framework soc3
has err "did you mean 'soc2'?"
expect 2 scan repo --fail-under 101
expect 2 "$CODELAKE" nonsense
printf 'scan:\n  exlude: [a]\n' > repo/codelake.yaml
expect 2 scan repo
has err "codelake.yaml:2"
has err "did you mean 'exclude'?"
expect 2 "$CODELAKE" sacn
has err "there is no command 'sacn'; did you mean 'scan'?"
expect 2 "$CODELAKE" scan repo --fail-onn high
has err "there is no option '--fail-onn'; did you mean '--fail-on'?"
[ ! -s out ] || fail "a usage error wrote to stdout"
