#!/bin/bash
# ruleid: guard/no-verify
git commit --no-verify -m x
# ruleid: guard/no-verify
git commit -n -m x
# ruleid: guard/no-verify
git commit -anm x
# ruleid: guard/no-verify
git push --no-verify
# ruleid: guard/no-verify
git -c core.hooksPath=/dev/null commit -m x
# ruleid: guard/no-verify
git config core.hooksPath /dev/null
# ruleid: guard/no-verify
gh pr merge 12 --admin
# ruleid: guard/no-verify
git commit --no-veri -m x
# ruleid: guard/no-verify
git push -o ci.skip
# ruleid: guard/no-verify
git merge --no-verify x

# ok: guard/no-verify
git commit -m "docs: never use --no-verify"
# ok: guard/no-verify
git push -n
# ok: guard/no-verify
git log -n 3
# ok: guard/no-verify
git commit -m x
# ok: guard/no-verify
git config --get core.hooksPath
# ok: guard/no-verify
git config core.hooksPath .husky
# ok: guard/no-verify
gh pr merge 12 --squash
# ok: guard/no-verify
git fetch --no-tags
