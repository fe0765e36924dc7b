#!/usr/bin/env bash
set -euo pipefail

run() {
  # ruleid: injection/bash-variable-eval
  eval "$1"
}

deploy() {
  local target="$2"
  # ruleid: injection/bash-variable-eval
  eval "rsync -a build/ $target"
}

search() {
  # ruleid: injection/bash-variable-eval
  bash -c "grep -r $1 /var/log"
}

remote() {
  # ruleid: injection/bash-variable-eval
  ssh deploy@web1 "systemctl restart $1"
}

update() {
  local steps
  steps=$(curl -fsSL https://updates.example.com/steps)
  # ruleid: injection/bash-variable-eval
  eval "$steps"
}

agent() {
  # ok: injection/bash-variable-eval
  eval "$(ssh-agent -s)"
  # ok: injection/bash-variable-eval
  eval "$(brew shellenv)"
}

search_args() {
  # ok: injection/bash-variable-eval
  bash -c 'grep -r -- "$1" /var/log' _ "$1"
}

direct() {
  # ok: injection/bash-variable-eval
  "$@"
}

choose() {
  case "$1" in
    # ok: injection/bash-variable-eval
    start) systemctl start app ;;
  esac
}

fixed() {
  local flags="-a -v"
  # ok: injection/bash-variable-eval
  eval "rsync $flags build/ out/"
}

quoted() {
  # ok: injection/bash-variable-eval
  ssh deploy@web1 "systemctl restart $(printf '%q' "$1")"
}
