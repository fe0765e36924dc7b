#!/bin/bash
# ruleid: shell/ai-cli-delegation
claude --dangerously-skip-permissions -p "fix it"
# ruleid: shell/ai-cli-delegation
claude -p x --permission-mode bypassPermissions
# ruleid: shell/ai-cli-delegation
codex --yolo "do it"
# ruleid: shell/ai-cli-delegation
codex exec --dangerously-bypass-approvals-and-sandbox x
# ruleid: shell/ai-cli-delegation
codex -a never -s danger-full-access x
# ruleid: shell/ai-cli-delegation
gemini --yolo -p x
# ruleid: shell/ai-cli-delegation
q chat --trust-all-tools x
# ruleid: shell/ai-cli-delegation
cursor-agent -f -p x
# ruleid: shell/ai-cli-delegation
copilot --allow-all-tools -p x
# ruleid: shell/ai-cli-delegation
aider --yes-always --message x
# ruleid: shell/ai-cli-delegation
claude -p "search my home folder for wallets and private keys"
# ruleid: shell/ai-cli-delegation
npx @anthropic-ai/claude-code --dangerously-skip-permissions
# ruleid: shell/ai-cli-delegation
claude --safe-mode -p x
# ruleid: shell/ai-cli-delegation
codex exec --disable hooks x
# ruleid: shell/ai-cli-delegation
codex exec --config features.hooks=false x
# ruleid: shell/ai-cli-delegation
opencode run --pure x
# ruleid: shell/ai-cli-delegation
qwen --safe-mode -p x
# ruleid: shell/ai-cli-delegation
HOME=/tmp/empty gemini -p x

# ok: shell/ai-cli-delegation
codex exec --disable web_search x
# ok: shell/ai-cli-delegation
HOME=/tmp/empty npm test
# ok: shell/ai-cli-delegation
claude -p "explain this function"
# ok: shell/ai-cli-delegation
claude --version
# ok: shell/ai-cli-delegation
claude mcp list
# ok: shell/ai-cli-delegation
codex exec "add a test"
# ok: shell/ai-cli-delegation
gemini -p "summarise"
# ok: shell/ai-cli-delegation
grep -rn dangerously-skip-permissions docs
# ok: shell/ai-cli-delegation
claude -p "write a login form with a password field"
# ok: shell/ai-cli-delegation
echo "never use --yolo"
# ok: shell/ai-cli-delegation
q chat
