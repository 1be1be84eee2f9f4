. "$SUPPORT"
repository_with_a_removed_secret
first=$(git -C repo rev-list --max-parents=0 HEAD)
expect 0 scan repo --no-store --types secrets
expect 1 scan repo --no-store --types secrets --history -o json=r.json -o text=r.txt -o sarif=r.sarif
has r.json "\"commit\": \"$first\""
has r.json '"author": "a <a@example.com>"'
has r.json '"date": "2020-09-13T12:26:40Z"'
has r.json '"in_head": false'
has r.json '"path": "src/a.py"'
has r.json '"commits_examined": 3'
has r.txt "gone from HEAD"
has r.sarif "$first"
# Back again: one finding, in the work tree and in HEAD.
printf 'KEY = "%s"\n' "$(token 5)" > repo/c.py && commit_all four 1600000300
expect 1 scan repo --no-store --types secrets --history -o json=r.json
has r.json '"in_head": true'
[ "$(grep -c '"rule_id"' r.json)" -eq 1 ] || fail "more than one finding"
has r.json '"commit": null'
has r.json "\"commit\": \"$first\""
