#!/bin/bash
# ruleid: shell/sudo-escalation
sudo rm -rf build
# ruleid: shell/sudo-escalation
sudo apt-get install -y jq
# ruleid: shell/sudo-escalation
doas mv a /usr/local/bin/
# ruleid: shell/sudo-escalation
su - root
# ruleid: shell/sudo-escalation
pkexec sh
# ruleid: shell/sudo-escalation
sudo -i
# ruleid: shell/sudo-escalation
su -c "make install"
# ruleid: shell/sudo-escalation
sudo systemctl restart nginx

# ok: shell/sudo-escalation
sudo -n true
# ok: shell/sudo-escalation
sudo -l
# ok: shell/sudo-escalation
sudo cat /var/log/syslog
# ok: shell/sudo-escalation
sudo systemctl status nginx
# ok: shell/sudo-escalation
echo sudo
# ok: shell/sudo-escalation
sudo -v
# ok: shell/sudo-escalation
docker run x sudo make
# ok: shell/sudo-escalation
grep sudo README.md
