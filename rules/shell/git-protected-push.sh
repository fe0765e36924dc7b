#!/bin/bash
# ruleid: shell/git-protected-push
git push --force origin main
# ruleid: shell/git-protected-push
git push origin +master
# ruleid: shell/git-protected-push
git push -f origin HEAD:main
# ruleid: shell/git-protected-push
git push origin --delete release/1.2
# ruleid: shell/git-protected-push
git push origin :develop

# ok: shell/git-protected-push
git push origin main
# ok: shell/git-protected-push
git push --force origin feature/main-menu
# ok: shell/git-protected-push
git push --force-with-lease origin main
# ok: shell/git-protected-push
git push origin HEAD:main
# ok: shell/git-protected-push
git push -n -f origin main
