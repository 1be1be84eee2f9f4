. "$SUPPORT"
expect 2 "$CODELAKE" sacn
has err "there is no command 'sacn'; did you mean 'scan'?"
expect 2 "$CODELAKE" scan repo --fail-onn high
has err "there is no option '--fail-onn'; did you mean '--fail-on'?"
expect 2 "$CODELAKE" scan repo --fail-on loud
has err "--fail-on"
[ ! -s out ] || fail "an error was written to standard output"
