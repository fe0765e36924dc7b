#!/bin/bash
# ruleid: guard/hook-config-tamper
chmod -x .claude/hooks/guard.sh
# ruleid: guard/hook-config-tamper
chmod 000 ~/.claude/settings.json
# ruleid: guard/hook-config-tamper
ln -sf /dev/null forestall.json
# ruleid: guard/hook-config-tamper
git checkout HEAD~3 -- .claude/settings.json
# ruleid: guard/hook-config-tamper
pkill -f forestall
# ruleid: guard/hook-config-tamper
npm uninstall forestall
# ruleid: guard/hook-config-tamper
forestall uninstall claude-code

# ok: guard/hook-config-tamper
cat .claude/settings.json
# ok: guard/hook-config-tamper
jq .hooks ~/.claude/settings.json
# ok: guard/hook-config-tamper
chmod +x scripts/build.sh
# ok: guard/hook-config-tamper
git diff .claude/settings.json
# ok: guard/hook-config-tamper
ls -la .claude/hooks
# ok: guard/hook-config-tamper
npm uninstall lodash
# ok: guard/hook-config-tamper
forestall scan src
