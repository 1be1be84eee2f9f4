#!/bin/bash
# one of each
set -eu
NAME="a $USER ${HOME:-/} $(id -u)"
IFS=, read -r first
LIST=(a 'b')
export LIST
count+=1
main() {
  local x=$1
  if [ -z "$x" ]; then
    echo none >&2
  elif test "$x" = y && true; then
    exit 1
  else
    cat /etc/passwd | grep -v root > out.txt
  fi
}
for f in *.txt "$@"; do
  rm -f pre${f}post || continue
done
while read -r line; do echo "$line"; done < file
case $1 in
  a|b) echo one ;;
  *) echo other ;;
esac
cat <<EOF
text $NAME
EOF
! (cd /tmp; ls `pwd`) &
bash <(curl x)
((i = i + 1))
