#!/bin/bash
# ruleid: shell/git-hook-install
cat > .git/hooks/pre-commit <<'E'
#!/bin/sh
x
E
# ruleid: shell/git-hook-install
git config core.fsmonitor ./x.sh
# ruleid: shell/git-hook-install
git config core.sshCommand "sh -c x"
# ruleid: shell/git-hook-install
git config alias.st '!sh x'
# ruleid: shell/git-hook-install
git config core.hooksPath /tmp/h
# ruleid: shell/git-hook-install
git -c core.sshCommand="sh x" fetch
# ruleid: shell/git-hook-install
ln -s ../../x .git/hooks/post-checkout
# ruleid: shell/git-hook-install
chmod +x .git/hooks/pre-push
# ruleid: shell/git-hook-install
git config filter.x.smudge 'sh x'
# ruleid: shell/git-hook-install
cat >> .git/config <<'E'
[core]
  fsmonitor = ./x
E
# ruleid: shell/git-hook-install
cp hook.sh .git/hooks/post-merge
# ruleid: shell/git-hook-install
git clone ext::sh x

# ok: shell/git-hook-install
git config user.email a@b.example
# ok: shell/git-hook-install
git config --get core.editor
# ok: shell/git-hook-install
git config credential.helper osxkeychain
# ok: shell/git-hook-install
git config core.editor vim
# ok: shell/git-hook-install
git config alias.co checkout
# ok: shell/git-hook-install
git config core.hooksPath .husky
# ok: shell/git-hook-install
git config core.autocrlf input
# ok: shell/git-hook-install
git -c core.pager=cat log
# ok: shell/git-hook-install
GIT_SSH_COMMAND="ssh -i k" git fetch
# ok: shell/git-hook-install
ls .git/hooks
# ok: shell/git-hook-install
npx husky install
# ok: shell/git-hook-install
echo "*.png filter=lfs" >> .gitattributes
# ok: shell/git-hook-install
git config core.pager
