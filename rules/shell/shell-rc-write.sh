#!/bin/bash
# ruleid: shell/shell-rc-write
echo 'alias ls=evil' >> ~/.bashrc
# ruleid: shell/shell-rc-write
cat >> ~/.zshrc <<'E'
export PATH=/x:$PATH
E
# ruleid: shell/shell-rc-write
echo x | sudo tee -a /etc/profile
# ruleid: shell/shell-rc-write
echo "source ~/.x" >> ~/.bash_profile
# ruleid: shell/shell-rc-write
git config --global core.pager '!sh -c x'
# ruleid: shell/shell-rc-write
sed -i "1i x" ~/.profile
# ruleid: shell/shell-rc-write
ln -sf $PWD/x ~/.zshenv
# ruleid: shell/shell-rc-write
echo export LD_PRELOAD=/tmp/x.so >> .envrc
# ruleid: shell/shell-rc-write
echo set fish > ~/.config/fish/config.fish

# ok: shell/shell-rc-write
export PATH="$PWD/bin:$PATH"
# ok: shell/shell-rc-write
cat ~/.bashrc
# ok: shell/shell-rc-write
echo "use node 20" > sub/.envrc
# ok: shell/shell-rc-write
source ~/.bashrc
# ok: shell/shell-rc-write
git config --global user.name x
# ok: shell/shell-rc-write
grep alias ~/.zshrc
# ok: shell/shell-rc-write
echo x > docs/bashrc.md
# ok: shell/shell-rc-write
echo "A=1" > .env.example
# ok: shell/shell-rc-write
PATH=x make
