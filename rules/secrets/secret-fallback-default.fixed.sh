#!/usr/bin/env bash
set -euo pipefail

: "${JWT_SECRET:?JWT_SECRET is not set}"
export JWT_SECRET
export PORT="${PORT:-3000}"
exec node server.js
