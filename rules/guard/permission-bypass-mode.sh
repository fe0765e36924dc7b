#!/bin/bash
# ruleid: guard/permission-bypass-mode
cat > .claude/settings.json <<'E'
{"permissions": {"defaultMode": "bypassPermissions"}}
E
# ruleid: guard/permission-bypass-mode
cat > a/.claude/settings.json <<'E'
{"permissions": {"allow": ["Bash(*)"]}}
E
# ruleid: guard/permission-bypass-mode
cat > ~/.codex/config.toml <<'E'
approval_policy = "never"
sandbox_mode = "danger-full-access"
E
# ruleid: guard/permission-bypass-mode
cat > .vscode/settings.json <<'E'
{"chat.tools.autoApprove": true}
E
# ruleid: guard/permission-bypass-mode
cat > .gemini/settings.json <<'E'
{"autoAccept": true}
E
# ruleid: guard/permission-bypass-mode
claude config set permissions.defaultMode bypassPermissions
# ruleid: guard/permission-bypass-mode
export GOOSE_MODE=auto
# ruleid: guard/permission-bypass-mode
cat > b/.claude/settings.local.json <<'E'
{"sandbox": {"enabled": false}}
E

# ok: guard/permission-bypass-mode
cat > c/.claude/settings.json <<'E'
{"permissions": {"defaultMode": "acceptEdits", "allow": ["Bash(npm run test:*)"]}}
E
# ok: guard/permission-bypass-mode
cat > d/.claude/settings.json <<'E'
{"permissions": {"deny": ["Bash(rm:*)"]}}
E
# ok: guard/permission-bypass-mode
cat .claude/settings.json
# ok: guard/permission-bypass-mode
cat > docs/modes.md <<'E'
Never set defaultMode to bypassPermissions.
E
# ok: guard/permission-bypass-mode
cat > e/.vscode/settings.json <<'E'
{"editor.tabSize": 2}
E
# ok: guard/permission-bypass-mode
grep -rn bypassPermissions .
# ok: guard/permission-bypass-mode
claude config list
