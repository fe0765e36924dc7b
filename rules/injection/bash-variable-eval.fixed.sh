#!/usr/bin/env bash
set -euo pipefail

run() {
  "$@"
}

search() {
  local pattern="$1"
  bash -c 'grep -r -- "$1" /var/log' _ "$pattern"
}

service() {
  case "$1" in
    start) systemctl start app ;;
    stop) systemctl stop app ;;
    *) echo "usage: service start|stop" >&2; return 64 ;;
  esac
}

service "$1"
run grep -c -- "$2" /var/log/app.log
