#!/bin/bash
# ruleid: shell/container-volume-prune
docker system prune -a --volumes -f
# ruleid: shell/container-volume-prune
docker volume rm pgdata
# ruleid: shell/container-volume-prune
docker volume prune -f
# ruleid: shell/container-volume-prune
docker compose down -v
# ruleid: shell/container-volume-prune
docker compose -f dev.yml down --volumes
# ruleid: shell/container-volume-prune
docker-compose down -v
# ruleid: shell/container-volume-prune
podman system reset
# ruleid: shell/container-volume-prune
kind delete clusters --all
# ruleid: shell/container-volume-prune
docker rm -fv db

# ok: shell/container-volume-prune
docker compose down
# ok: shell/container-volume-prune
docker image prune
# ok: shell/container-volume-prune
docker builder prune
# ok: shell/container-volume-prune
docker rm -f web
# ok: shell/container-volume-prune
docker volume ls
# ok: shell/container-volume-prune
docker system df
# ok: shell/container-volume-prune
docker compose up -d
# ok: shell/container-volume-prune
echo docker volume rm x
