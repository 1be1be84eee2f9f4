. "$SUPPORT"
repository_with_a_removed_secret
git -C repo repack -adq && git -C repo prune-packed
pack=$(ls repo/.git/objects/pack/*.pack) && chmod u+w "$pack"
size=$(stat -c %s "$pack")
for at in 20 $((size / 2)) $((size - 40)); do
  cp "$pack" kept && printf 'XXXXXXXX' | dd of="$pack" bs=1 seek="$at" conv=notrunc 2>/dev/null
  scan repo --no-store --no-cache --types secrets --history >out 2>err
  code=$?
  [ $code -le 4 ] || fail "exit code $code"
  grep -q "damaged\|missing" out || { cat out err; fail "nothing was said of the damage at $at"; }
  cp kept "$pack"
done
truncate -s 100 "$pack"
rm "${pack%.pack}.idx"
scan repo --no-store --no-cache --types secrets --history >out 2>err
has out "was not looked at"
