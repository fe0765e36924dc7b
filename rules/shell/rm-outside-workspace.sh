#!/bin/bash
# The one operand too many.
# ruleid: shell/rm-outside-workspace
rm -rf tests/ patches/ plan/ ~/
# ruleid: shell/rm-outside-workspace
sudo rm -r --force /
# ruleid: shell/rm-outside-workspace
rm -rf -- /*
# ruleid: shell/rm-outside-workspace
rm -rf "$HOME"
# ruleid: shell/rm-outside-workspace
rm -fr ../other-project
# ruleid: shell/rm-outside-workspace
rm -rf .
# ruleid: shell/rm-outside-workspace
rm -rf ./*
# ruleid: shell/rm-outside-workspace
rm -rf .git
# ruleid: shell/rm-outside-workspace
(cd / && \rm -R -f etc)
# ruleid: shell/rm-outside-workspace
bash -c 'rm -rf $HOME/projects'
# ruleid: shell/rm-outside-workspace
find / -name '*.log' -delete
# ruleid: shell/rm-outside-workspace
find . -delete
# ruleid: shell/rm-outside-workspace
find /var/lib -type d -exec rm -rf {} +
# ruleid: shell/rm-outside-workspace
ssh web1 'sudo rm -rf /var'
# ruleid: shell/rm-outside-workspace
npx rimraf ~/work

# ok: shell/rm-outside-workspace
rm -rf node_modules dist ./build .next coverage
# ok: shell/rm-outside-workspace
rm -rf /tmp/scratch "$TMPDIR/x" /var/tmp/run.1
# ok: shell/rm-outside-workspace
(work=$(mktemp -d); trap 'rm -rf "$work"' EXIT)
# ok: shell/rm-outside-workspace
(cd dist && rm -rf -- *)
# ok: shell/rm-outside-workspace
find . -name '*.pyc' -delete
# ok: shell/rm-outside-workspace
find . -type d -name __pycache__ -exec rm -rf {} +
# ok: shell/rm-outside-workspace
echo 'rm -rf /'
# ok: shell/rm-outside-workspace
git commit -m "explain why rm -rf / is refused"
# ok: shell/rm-outside-workspace
grep -rn 'rm -rf ~' docs
# ok: shell/rm-outside-workspace
cat > docs/warning.md <<'DOC'
Never run rm -rf / as root.
DOC
# ok: shell/rm-outside-workspace
docker exec web rm -rf /app/cache
# ok: shell/rm-outside-workspace
rm -f notes.txt
# ok: shell/rm-outside-workspace
rm -rf "$PWD/dist"
