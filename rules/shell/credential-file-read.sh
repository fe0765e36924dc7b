#!/bin/bash
# ruleid: shell/credential-file-read
cat ~/.ssh/id_rsa
# ruleid: shell/credential-file-read
cat ~/.aws/credentials
# ruleid: shell/credential-file-read
head -5 ~/.netrc
# ruleid: shell/credential-file-read
base64 ~/.ssh/id_ed25519
# ruleid: shell/credential-file-read
cp ~/.ssh/id_rsa ./k
# ruleid: shell/credential-file-read
tar czf k.tgz ~/.ssh
# ruleid: shell/credential-file-read
jq . ~/.docker/config.json
# ruleid: shell/credential-file-read
cat ../other/.env
# ruleid: shell/credential-file-read
sqlite3 ~/.config/google-chrome/Default/Cookies .dump
# ruleid: shell/credential-file-read
X=$(< ~/.vault-token)
# ruleid: shell/credential-file-read
less /etc/shadow
# ruleid: shell/credential-file-read
grep -n aws ~/.bash_history
# ruleid: shell/credential-file-read
openssl rsa -in ~/.ssh/id_rsa
# ruleid: shell/credential-file-read
cat /run/secrets/db

# ok: shell/credential-file-read
ls -l ~/.ssh
# ok: shell/credential-file-read
cat ~/.ssh/id_rsa.pub
# ok: shell/credential-file-read
cat ~/.ssh/known_hosts
# ok: shell/credential-file-read
cut -d= -f1 .env
# ok: shell/credential-file-read
cat .env.example
# ok: shell/credential-file-read
source .env && npm start
# ok: shell/credential-file-read
grep -c KEY ~/.aws/credentials
# ok: shell/credential-file-read
ssh -i ~/.ssh/id_rsa me@host.example
# ok: shell/credential-file-read
openssl x509 -in certs/server.pem -noout -text
# ok: shell/credential-file-read
cat server.crt
# ok: shell/credential-file-read
ssh-keygen -lf ~/.ssh/id_rsa.pub
# ok: shell/credential-file-read
docker run --env-file .env app
# ok: shell/credential-file-read
git add .env.example
