#!/bin/bash
# ruleid: guard/scanner-self-disable
HUSKY=0 git commit -m x
# ruleid: guard/scanner-self-disable
SKIP=gitleaks git commit -m x
# ruleid: guard/scanner-self-disable
export LEFTHOOK=0
# ruleid: guard/scanner-self-disable
npm uninstall husky
# ruleid: guard/scanner-self-disable
pre-commit uninstall
# ruleid: guard/scanner-self-disable
pip uninstall -y semgrep
# ruleid: guard/scanner-self-disable
pkill -f forestall
# ruleid: guard/scanner-self-disable
export BUN_OPTIONS=--preload=/tmp/x.js
# ruleid: guard/scanner-self-disable
rm .husky/pre-commit
# ruleid: guard/scanner-self-disable
export CLAUDE_CODE_DISABLE_HOOKS=1
# ruleid: guard/scanner-self-disable
kill -9 $(pgrep forestall)
# ruleid: guard/scanner-self-disable
forestall uninstall
# ruleid: guard/scanner-self-disable
echo x > node_modules/.bin/forestall
# ruleid: guard/scanner-self-disable
NODE_OPTIONS="--require /tmp/x.js" forestall hook
# ruleid: guard/scanner-self-disable
echo "HUSKY=0" >> .env
# ruleid: guard/scanner-self-disable
OPENCODE_PURE=1 opencode run x
# ruleid: guard/scanner-self-disable
export GEMINI_CLI_SYSTEM_SETTINGS_PATH=/tmp/empty.json
# ruleid: guard/scanner-self-disable
QWEN_CODE_SYSTEM_SETTINGS_PATH=/tmp/empty.json qwen -p x
# ruleid: guard/scanner-self-disable
echo "GEMINI_CLI_SYSTEM_SETTINGS_PATH=/tmp/empty.json" >> .gemini/.env
# ruleid: guard/scanner-self-disable
gemini hooks disable forestall

# ok: guard/scanner-self-disable
gemini hooks list
# ok: guard/scanner-self-disable
echo "$GEMINI_CLI_SYSTEM_SETTINGS_PATH"
# ok: guard/scanner-self-disable
npm install -D husky
# ok: guard/scanner-self-disable
npx husky
# ok: guard/scanner-self-disable
pre-commit run --all-files
# ok: guard/scanner-self-disable
SKIP=flake8 git commit -m x
# ok: guard/scanner-self-disable
npm uninstall lodash
# ok: guard/scanner-self-disable
forestall scan .
# ok: guard/scanner-self-disable
pgrep forestall
# ok: guard/scanner-self-disable
NODE_ENV=test npm test
# ok: guard/scanner-self-disable
export NODE_OPTIONS=--max-old-space-size=4096
# ok: guard/scanner-self-disable
gitleaks detect
# ok: guard/scanner-self-disable
which forestall
# ok: guard/scanner-self-disable
npm install forestall@latest
