. "$SUPPORT"
repository_with_a_removed_secret
git clone -q --depth 1 "file://$here/repo" shallow
expect 0 scan shallow --no-store --types secrets --history
has out "the clone is shallow"
expect 4 scan shallow --no-store --types secrets --history --strict
git -C repo config uploadpack.allowFilter true
# Opening a repository of format 1, libgit2 1.5 loses what it made to look for extensions, and only that is forgiven here.
# Its frames are seen by the slow unwinder alone.
echo "leak:git_repository_open_ext" > leaks
export ASAN_OPTIONS=fast_unwind_on_malloc=0 LSAN_OPTIONS="suppressions=$here/leaks:print_suppressions=0"
git clone -q --no-checkout --filter=blob:none "file://$here/repo" partial
expect 3 scan partial --no-store --types secrets --history
has out "the clone is partial"
mkdir -p plain && clean_file plain/a.py
expect 2 scan plain --no-store --types secrets --history
has err "this is no git repository"
git init -q --object-format=sha256 wide && clean_file wide/a.py
expect 2 scan wide --no-store --types secrets --history
has err "SHA-256"
