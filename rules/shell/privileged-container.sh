#!/bin/bash
# ruleid: shell/privileged-container
docker run --privileged alpine
# ruleid: shell/privileged-container
docker run -v /:/host alpine chroot /host
# ruleid: shell/privileged-container
docker run -v /var/run/docker.sock:/var/run/docker.sock x
# ruleid: shell/privileged-container
docker run --pid=host alpine
# ruleid: shell/privileged-container
docker run --cap-add SYS_ADMIN alpine
# ruleid: shell/privileged-container
docker run -v ~/.ssh:/root/.ssh alpine
# ruleid: shell/privileged-container
docker run -v $HOME:/h alpine
# ruleid: shell/privileged-container
docker run --mount type=bind,source=/etc,target=/e alpine
# ruleid: shell/privileged-container
nsenter -t 1 -m sh
# ruleid: shell/privileged-container
kubectl debug node/n1 -it --image=busybox
# ruleid: shell/privileged-container
docker -H tcp://10.0.0.1:2375 ps
# ruleid: shell/privileged-container
docker run --security-opt seccomp=unconfined alpine

# ok: shell/privileged-container
docker run -v "$PWD":/work -w /work node:20 npm test
# ok: shell/privileged-container
docker run -p 127.0.0.1:5432:5432 postgres
# ok: shell/privileged-container
docker run --rm alpine ls
# ok: shell/privileged-container
docker run -v data:/var/lib/postgresql/data postgres
# ok: shell/privileged-container
docker build .
# ok: shell/privileged-container
kubectl debug pod/x
# ok: shell/privileged-container
docker run -v ./src:/src:ro alpine
# ok: shell/privileged-container
docker ps
