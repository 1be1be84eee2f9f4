. "$SUPPORT"
export SOURCE_DATE_EPOCH=1700000000
for i in 1 2 3 4 5 6 7 8 9; do mkdir -p repo/d$i; weak_file repo/d$i/a.py; clean_file repo/d$i/b.py; done
for format in text json sarif csv; do
  "$CODELAKE" scan repo --no-store --jobs 1 -o $format=first >/dev/null 2>&1
  "$CODELAKE" scan repo --no-store --jobs 4 -o $format=second >/dev/null 2>&1
  sed -i 's/--jobs [14] -o [a-z]*=[a-z]*//; s/, [0-9.]* s//' first second
  [ -s first ] || fail "$format wrote nothing"
  cmp first second || fail "$format differs"
done
