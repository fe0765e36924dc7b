#!/bin/bash
# ruleid: shell/overwrite-important-file
echo "A=1" > .env
# ruleid: shell/overwrite-important-file
> prod.sqlite3 cat empty
# ruleid: shell/overwrite-important-file
truncate -s 0 app.db
# ruleid: shell/overwrite-important-file
cp other.tfstate terraform.tfstate
# ruleid: shell/overwrite-important-file
echo x > /etc/hosts
# ruleid: shell/overwrite-important-file
echo 1.2.3.4 h | sudo tee /etc/hosts
# ruleid: shell/overwrite-important-file
cat new > ~/.gitconfig
# ruleid: shell/overwrite-important-file
sed -i 's/a/b/' /etc/hosts
# ruleid: shell/overwrite-important-file
crontab -r
# ruleid: shell/overwrite-important-file
: > ~/.kube/config

# ok: shell/overwrite-important-file
echo "A=1" >> .env
# ok: shell/overwrite-important-file
cp .env.example .env
# ok: shell/overwrite-important-file
echo x > notes.txt
# ok: shell/overwrite-important-file
echo x > .env.example
# ok: shell/overwrite-important-file
make > /dev/null
# ok: shell/overwrite-important-file
cat a.db > /tmp/copy.db
# ok: shell/overwrite-important-file
sed -i 's/a/b/' src/a.ts
# ok: shell/overwrite-important-file
sqlite3 app.db .dump > dump.sql
# ok: shell/overwrite-important-file
tee -a ~/.gitconfig < x
# ok: shell/overwrite-important-file
cp app.db app.db.bak
