#!/bin/bash
# ruleid: shell/process-kill-broad
pkill -f node
# ruleid: shell/process-kill-broad
killall python3
# ruleid: shell/process-kill-broad
pkill -9 code
# ruleid: shell/process-kill-broad
systemctl stop nginx
# ruleid: shell/process-kill-broad
kill -9 $(pgrep node)
# ruleid: shell/process-kill-broad
pkill -u me
# ruleid: shell/process-kill-broad
taskkill /F /IM node.exe

# ok: shell/process-kill-broad
kill 1234
# ok: shell/process-kill-broad
kill %1
# ok: shell/process-kill-broad
lsof -ti:3000 | xargs kill
# ok: shell/process-kill-broad
pkill -f "vite --port 5173"
# ok: shell/process-kill-broad
docker stop web
# ok: shell/process-kill-broad
systemctl status nginx
# ok: shell/process-kill-broad
systemctl --user stop app
# ok: shell/process-kill-broad
pgrep -f node
