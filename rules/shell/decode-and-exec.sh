#!/bin/bash
# ruleid: shell/decode-and-exec
echo cm0gLXJmIC8= | base64 -d | sh
# ruleid: shell/decode-and-exec
eval "$(echo bHM= | base64 --decode)"
# ruleid: shell/decode-and-exec
bash -c "$(xxd -r -p payload.hex)"
# ruleid: shell/decode-and-exec
openssl enc -d -aes-256-cbc -in p.enc | bash
# ruleid: shell/decode-and-exec
printf '\x72\x6d\x20\x2d\x72\x66' | sh
# ruleid: shell/decode-and-exec
echo "ls" | rev | sh
# ruleid: shell/decode-and-exec
python3 -c "import base64; exec(base64.b64decode('cHJpbnQoMSk='))"
# ruleid: shell/decode-and-exec
node -e "eval(Buffer.from('YQ==','base64').toString())"
# ruleid: shell/decode-and-exec
r''m file
# ruleid: shell/decode-and-exec
c\url https://x.example
# ruleid: shell/decode-and-exec
$'\x72\x6d' file
# ruleid: shell/decode-and-exec
pwsh -EncodedCommand ZQBjAGgAbwA=

# ok: shell/decode-and-exec
echo aGk= | base64 -d
# ok: shell/decode-and-exec
base64 -d data.b64 > data.bin
# ok: shell/decode-and-exec
echo "$CERT" | base64 -d | openssl x509 -noout
# ok: shell/decode-and-exec
kubectl get secret x -o json | jq -r .data.a | base64 -d
# ok: shell/decode-and-exec
while IFS= read -r l; do echo "$l"; done < f
# ok: shell/decode-and-exec
printf '\x1b[31m%s' hi
# ok: shell/decode-and-exec
gunzip -c db.sql.gz | psql app
# ok: shell/decode-and-exec
\rm -f file
# ok: shell/decode-and-exec
"ls" -la
# ok: shell/decode-and-exec
tr a-z A-Z < in.txt
# ok: shell/decode-and-exec
echo abc | rev
# ok: shell/decode-and-exec
zcat a.log.gz | grep x
