. "$SUPPORT"
clean_file repo/a.py
truncate -s 5G repo/sparse.bin
mkfifo repo/pipe
python3 -c 'import socket; s = socket.socket(socket.AF_UNIX); s.bind("repo/socket")'
ln -s . repo/loop
ln -s /etc/passwd repo/outside
deep=repo; for i in $(seq 1 100); do deep=$deep/d; done; mkdir -p "$deep" && clean_file "$deep/deep.py"
printf '\xff\xfeh\0i\0\n\0' > repo/utf16.txt
printf 'caf\xe9\n' > repo/latin1.txt
expect 0 scan repo --no-store -o json
for word in sparse.bin pipe socket latin1.txt; do has out "$word"; done
has out '"symbolic link": 2'
has out '"too large": 1'
has_not out passwd
