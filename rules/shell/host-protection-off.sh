#!/bin/bash
# ruleid: shell/host-protection-off
echo pw | sudo -S rm x
# ruleid: shell/host-protection-off
echo "me ALL=(ALL) NOPASSWD: ALL" | sudo tee /etc/sudoers.d/me
# ruleid: shell/host-protection-off
sudo usermod -aG docker me
# ruleid: shell/host-protection-off
sudo usermod -aG sudo me
# ruleid: shell/host-protection-off
setenforce 0
# ruleid: shell/host-protection-off
spctl --master-disable
# ruleid: shell/host-protection-off
sudo ufw disable
# ruleid: shell/host-protection-off
sudo iptables -F
# ruleid: shell/host-protection-off
systemctl stop auditd
# ruleid: shell/host-protection-off
setcap cap_net_raw+ep ./x
# ruleid: shell/host-protection-off
visudo
# ruleid: shell/host-protection-off
csrutil disable

# ok: shell/host-protection-off
sudo -n true
# ok: shell/host-protection-off
sudo apt-get update
# ok: shell/host-protection-off
ufw status
# ok: shell/host-protection-off
iptables -L
# ok: shell/host-protection-off
getenforce
# ok: shell/host-protection-off
visudo -c
# ok: shell/host-protection-off
systemctl status auditd
# ok: shell/host-protection-off
id me
# ok: shell/host-protection-off
getcap ./x
# ok: shell/host-protection-off
echo NOPASSWD
# ok: shell/host-protection-off
groups
