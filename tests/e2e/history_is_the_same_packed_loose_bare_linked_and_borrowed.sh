. "$SUPPORT"
repository_with_a_removed_secret
report() { expect 1 scan "$1" --no-store --no-cache --types secrets --history -o csv=found.csv; cut -d, -f2-9 found.csv; }
report repo > loose
git -C repo repack -adq && git -C repo prune-packed && report repo > packed
git clone -q --bare repo bare.git && report bare.git > bare
git -C repo worktree add -q ../linked HEAD && report linked > linked_report
git clone -q --shared repo borrowed && report borrowed > borrowed_report
grep -q src/a.py loose || fail "nothing was found"
for other in packed bare linked_report borrowed_report; do cmp loose $other || fail "$other differs"; done
