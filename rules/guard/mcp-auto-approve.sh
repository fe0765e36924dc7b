#!/bin/bash
# ruleid: guard/mcp-auto-approve
cat > .claude/settings.json <<'E'
{"enableAllProjectMcpServers": true}
E
# ruleid: guard/mcp-auto-approve
cat > a/.claude/settings.local.json <<'E'
{"enabledMcpjsonServers": ["db"]}
E
# ruleid: guard/mcp-auto-approve
cat > .roo/mcp.json <<'E'
{"mcpServers": {"fs": {"alwaysAllow": ["write_file"]}}}
E
# ruleid: guard/mcp-auto-approve
cat > .gemini/settings.json <<'E'
{"mcpServers": {"x": {"trust": true}}}
E
# ruleid: guard/mcp-auto-approve
cat > .kiro/settings/mcp.json <<'E'
{"mcpServers": {"x": {"autoApprove": ["*"]}}}
E
# ruleid: guard/mcp-auto-approve
gemini mcp add x --trust

# ok: guard/mcp-auto-approve
cat > .mcp.json <<'E'
{"mcpServers": {"docs": {"command": "docs-server"}}}
E
# ok: guard/mcp-auto-approve
cat > b/.roo/mcp.json <<'E'
{"mcpServers": {"fs": {"alwaysAllow": ["read_file"]}}}
E
# ok: guard/mcp-auto-approve
cat > c/.claude/settings.json <<'E'
{"enableAllProjectMcpServers": false}
E
# ok: guard/mcp-auto-approve
cat > d/.cursor/mcp.json <<'E'
{"mcpServers": {"x": {"disabled": true}}}
E
# ok: guard/mcp-auto-approve
cat .mcp.json
# ok: guard/mcp-auto-approve
claude mcp list
