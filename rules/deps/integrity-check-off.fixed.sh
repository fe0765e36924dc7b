#!/usr/bin/env bash
set -euo pipefail

pip install --require-hashes -r requirements.txt
go mod verify
apt-get install -y curl=8.5.0-2
npm config set strict-ssl true
