#!/bin/bash
# ruleid: shell/credential-sweep
grep -rn "AKIA" ~
# ruleid: shell/credential-sweep
rg "api_key|secret" /home
# ruleid: shell/credential-sweep
grep -r password ..
# ruleid: shell/credential-sweep
find / -name "*.pem" 2>/dev/null
# ruleid: shell/credential-sweep
find ~ -name ".env" -exec cat {} \;
# ruleid: shell/credential-sweep
fd -H id_rsa ~
# ruleid: shell/credential-sweep
git log -p -S password --all
# ruleid: shell/credential-sweep
git rev-list --all | xargs git grep -n secret
# ruleid: shell/credential-sweep
cat /proc/*/environ
# ruleid: shell/credential-sweep
kubectl get secrets -A -o yaml
# ruleid: shell/credential-sweep
for f in $(find ~ -name .env); do cat "$f"; done
# ruleid: shell/credential-sweep
trufflehog filesystem /
# ruleid: shell/credential-sweep
gitleaks detect --source ~
# ruleid: shell/credential-sweep
locate wallet.dat
# ruleid: shell/credential-sweep
find /home -type f | xargs grep -l "BEGIN RSA PRIVATE KEY"
# ruleid: shell/credential-sweep
python3 -c "import os
for r,d,f in os.walk(os.path.expanduser('~')):
  print([x for x in f if x=='.env'])"

# ok: shell/credential-sweep
rg -l "API_KEY" src/
# ok: shell/credential-sweep
grep -rn "process.env" .
# ok: shell/credential-sweep
grep -rn password src tests
# ok: shell/credential-sweep
find . -name "*.pem"
# ok: shell/credential-sweep
gitleaks detect --source . --redact
# ok: shell/credential-sweep
ls ~/.ssh/*.pub
# ok: shell/credential-sweep
git log --oneline -S handlePassword
# ok: shell/credential-sweep
grep -rn token node_modules/jsonwebtoken/lib
# ok: shell/credential-sweep
find ~ -name "*.md"
# ok: shell/credential-sweep
grep -n secret /usr/share/doc/x/README
# ok: shell/credential-sweep
kubectl get secrets
# ok: shell/credential-sweep
find /usr/include -name "*.h"
