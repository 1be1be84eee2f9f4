. "$SUPPORT"
expect 0 "$CODELAKE" --help
for command in scan explain findings scans projects compliance db rules sync audit-log; do
  has out "  $command"
  "$CODELAKE" $command --help > help || fail "$command --help"
  [ -s help ] || fail "$command --help is empty"
done
expect 0 "$CODELAKE" --version
has out "codelake 0."
expect 2 "$CODELAKE"
