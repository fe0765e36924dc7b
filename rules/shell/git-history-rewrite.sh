#!/bin/bash
# ruleid: shell/git-history-rewrite
git push --force
# ruleid: shell/git-history-rewrite
git push -f origin feature/x
# ruleid: shell/git-history-rewrite
git push origin +main
# ruleid: shell/git-history-rewrite
git push origin --delete release
# ruleid: shell/git-history-rewrite
git push origin :old
# ruleid: shell/git-history-rewrite
git branch -D feature/login
# ruleid: shell/git-history-rewrite
git filter-branch --all
# ruleid: shell/git-history-rewrite
git reflog expire --expire=now --all
# ruleid: shell/git-history-rewrite
git gc --prune=now
# ruleid: shell/git-history-rewrite
git push --mirror backup

# ok: shell/git-history-rewrite
git push --force-with-lease
# ok: shell/git-history-rewrite
git push --force-with-lease --force-if-includes origin feature/x
# ok: shell/git-history-rewrite
git push origin HEAD
# ok: shell/git-history-rewrite
git branch -d merged
# ok: shell/git-history-rewrite
git fetch --prune
# ok: shell/git-history-rewrite
git push -n --force
# ok: shell/git-history-rewrite
git commit -m "never git push --force"
# ok: shell/git-history-rewrite
git reflog
# ok: shell/git-history-rewrite
git gc
