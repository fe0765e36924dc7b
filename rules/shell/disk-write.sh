#!/bin/bash
# ruleid: shell/disk-write
dd if=/dev/zero of=/dev/sda bs=1M
# ruleid: shell/disk-write
mkfs.ext4 /dev/sdb1
# ruleid: shell/disk-write
wipefs -a /dev/nvme0n1
# ruleid: shell/disk-write
cat image > /dev/sda
# ruleid: shell/disk-write
:(){ :|:& };:
# ruleid: shell/disk-write
bomb() { bomb | bomb & }; bomb
# ruleid: shell/disk-write
sudo shutdown -h now
# ruleid: shell/disk-write
echo b > /proc/sysrq-trigger
# ruleid: shell/disk-write
zpool destroy tank
# ruleid: shell/disk-write
diskutil eraseDisk JHFS+ x disk2
# ruleid: shell/disk-write
kill -9 -1
# ruleid: shell/disk-write
cryptsetup luksFormat /dev/sdc

# ok: shell/disk-write
dd if=/dev/zero of=disk.img bs=1M count=10
# ok: shell/disk-write
dd if=/dev/urandom of=/tmp/r bs=1 count=8
# ok: shell/disk-write
mkfs.ext4 disk.img
# ok: shell/disk-write
cmd > /dev/null 2>&1
# ok: shell/disk-write
fdisk -l /dev/sda
# ok: shell/disk-write
lsblk
# ok: shell/disk-write
walk() { for f in "$1"/*; do walk "$f"; done; }; walk .
# ok: shell/disk-write
kill -9 1234
# ok: shell/disk-write
shutdown -c
