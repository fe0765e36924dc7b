#!/usr/bin/env bash
set -euo pipefail

git config --global credential.helper store
git clone https://git.acme.io/acme/app.git
curl -fsS -H "Authorization: Bearer $ACME_TOKEN" https://git.acme.io/api/v1/repos -o repos.json
