#!/bin/bash
# ruleid: shell/git-discard-work
git reset --hard
# ruleid: shell/git-discard-work
git fetch origin && git reset --hard origin/main
# ruleid: shell/git-discard-work
git checkout -- .
# ruleid: shell/git-discard-work
git checkout .
# ruleid: shell/git-discard-work
git checkout HEAD~2 -- src/app.ts
# ruleid: shell/git-discard-work
git checkout src/app.ts
# ruleid: shell/git-discard-work
git checkout -f main
# ruleid: shell/git-discard-work
git restore .
# ruleid: shell/git-discard-work
git restore --staged --worktree src/app.ts
# ruleid: shell/git-discard-work
git -C packages/api clean -fdx
# ruleid: shell/git-discard-work
git switch --discard-changes main
# ruleid: shell/git-discard-work
git stash drop
# ruleid: shell/git-discard-work
git stash clear
# ruleid: shell/git-discard-work
git worktree remove --force ../wt
# ruleid: shell/git-discard-work
git rm -rf .
# ruleid: shell/git-discard-work
git submodule foreach --recursive git reset --hard

# ok: shell/git-discard-work
git reset --soft HEAD~1
# ok: shell/git-discard-work
git reset HEAD src/app.ts
# ok: shell/git-discard-work
git restore --staged src/app.ts
# ok: shell/git-discard-work
git checkout -b fix/login
# ok: shell/git-discard-work
git checkout main
# ok: shell/git-discard-work
git checkout -b release/1.2.x origin/main
# ok: shell/git-discard-work
git clean -n -d
# ok: shell/git-discard-work
git clean -fdn
# ok: shell/git-discard-work
git stash push -u -m "before git reset --hard"
# ok: shell/git-discard-work
git commit -m "revert: do not run git reset --hard"
# ok: shell/git-discard-work
git stash list
# ok: shell/git-discard-work
(cd /tmp/clone && git reset --hard v2)
# ok: shell/git-discard-work
git rm --cached -r .
# ok: shell/git-discard-work
git log --grep 'reset --hard'
# Nothing below is judged as if the changes were still there.
# ok: shell/git-discard-work
git stash push -u && git reset --hard origin/main
