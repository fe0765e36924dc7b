#!/bin/bash
# ruleid: shell/dotenv-read
cat .env
# ruleid: shell/dotenv-read
head -3 .env.local
# ruleid: shell/dotenv-read
grep DATABASE .env
# ruleid: shell/dotenv-read
less .env.production
# ruleid: shell/dotenv-read
sort .env
# ruleid: shell/dotenv-read
sed -n 1,5p .env

# ok: shell/dotenv-read
cat .env.example
# ok: shell/dotenv-read
cut -d= -f1 .env
# ok: shell/dotenv-read
grep -c = .env
# ok: shell/dotenv-read
export $(cat .env | xargs)
# ok: shell/dotenv-read
sed -i "s/A=1/A=2/" .env
# ok: shell/dotenv-read
sed 's/=.*//' .env
# ok: shell/dotenv-read
grep -q KEY .env && echo set
# ok: shell/dotenv-read
ls -la .env
# ok: shell/dotenv-read
cat .env | wc -l
