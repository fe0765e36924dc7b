#!/bin/bash
# ruleid: shell/env-print
env
# ruleid: shell/env-print
printenv
# ruleid: shell/env-print
env | sort
# ruleid: shell/env-print
export -p
# ruleid: shell/env-print
echo $AWS_SECRET_ACCESS_KEY
# ruleid: shell/env-print
echo "key: ${OPENAI_API_KEY}"
# ruleid: shell/env-print
printenv GITHUB_TOKEN
# ruleid: shell/env-print
node -p process.env
# ruleid: shell/env-print
python3 -c "import os; print(os.environ)"
# ruleid: shell/env-print
cat /proc/self/environ
# ruleid: shell/env-print
printf '%s' "$DB_PASSWORD"
# ruleid: shell/env-print
env | grep -i token
# ruleid: shell/env-print
docker exec web env
# ruleid: shell/env-print
heroku config

# ok: shell/env-print
env FOO=1 make
# ok: shell/env-print
env | cut -d= -f1
# ok: shell/env-print
printenv PATH
# ok: shell/env-print
[ -n "$API_KEY" ] && echo set
# ok: shell/env-print
echo ${API_KEY:+set}
# ok: shell/env-print
echo ${#API_KEY}
# ok: shell/env-print
set -euo pipefail
# ok: shell/env-print
echo "$TOKEN_COUNT tokens"
# ok: shell/env-print
env | grep ^NODE
# ok: shell/env-print
echo "$GITHUB_TOKEN" | docker login ghcr.io -u me --password-stdin
# ok: shell/env-print
node -p process.version
# ok: shell/env-print
export NODE_ENV=test
# ok: shell/env-print
printf "%s\n" "$NAME"
# ok: shell/env-print
python3 -c "import os; print(os.environ.get('HOME'))"
