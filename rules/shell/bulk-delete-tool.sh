#!/bin/bash
# ruleid: shell/bulk-delete-tool
find /etc -name '*.conf' -exec rm {} \;
# ruleid: shell/bulk-delete-tool
find . -type f | xargs rm
# ruleid: shell/bulk-delete-tool
find . -type f -exec rm -f {} +
# ruleid: shell/bulk-delete-tool
some_tool --list | xargs rm -rf
# ruleid: shell/bulk-delete-tool
rsync -a --delete empty/ ~/projects/
# ruleid: shell/bulk-delete-tool
mv important.db /dev/null
# ruleid: shell/bulk-delete-tool
shred -u notes.txt
# ruleid: shell/bulk-delete-tool
tar czf b.tgz src --remove-files
# ruleid: shell/bulk-delete-tool
cp -f /dev/null src/app.ts

# ok: shell/bulk-delete-tool
find . -name '*.pyc' -delete
# ok: shell/bulk-delete-tool
find . -name __pycache__ -exec rm -rf {} +
# ok: shell/bulk-delete-tool
fd -e log -x rm
# ok: shell/bulk-delete-tool
rsync -a --delete --dry-run src/ ~/backup/
# ok: shell/bulk-delete-tool
rsync -a --delete build/ dist/
# ok: shell/bulk-delete-tool
rsync -az --delete dist/ deploy@web.example:/srv/app/
# ok: shell/bulk-delete-tool
git ls-files -o | xargs rm
# ok: shell/bulk-delete-tool
cp /dev/null app.log
