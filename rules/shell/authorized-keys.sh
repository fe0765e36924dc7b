#!/bin/bash
# ruleid: shell/authorized-keys
echo "ssh-ed25519 AAAA x" >> ~/.ssh/authorized_keys
# ruleid: shell/authorized-keys
cat k.pub | tee -a /root/.ssh/authorized_keys
# ruleid: shell/authorized-keys
ssh-copy-id me@host.example
# ruleid: shell/authorized-keys
sudo useradd -m x
# ruleid: shell/authorized-keys
echo "root:x" | chpasswd
# ruleid: shell/authorized-keys
gh ssh-key add k.pub
# ruleid: shell/authorized-keys
aws iam create-access-key --user-name x
# ruleid: shell/authorized-keys
gcloud iam service-accounts keys create k.json --iam-account a
# ruleid: shell/authorized-keys
az ad sp create-for-rbac
# ruleid: shell/authorized-keys
echo "PermitRootLogin yes" >> /etc/ssh/sshd_config
# ruleid: shell/authorized-keys
cat >> ~/.ssh/config <<E
Host *
  ProxyCommand sh -c x
E
# ruleid: shell/authorized-keys
net user x y /add

# ok: shell/authorized-keys
ssh-keygen -t ed25519 -f ./k -N ""
# ok: shell/authorized-keys
cat ~/.ssh/authorized_keys
# ok: shell/authorized-keys
aws iam list-access-keys
# ok: shell/authorized-keys
gh ssh-key list
# ok: shell/authorized-keys
docker run x adduser app
# ok: shell/authorized-keys
gcloud iam service-accounts list
# ok: shell/authorized-keys
id
# ok: shell/authorized-keys
passwd -S
# ok: shell/authorized-keys
kubectl get serviceaccounts
