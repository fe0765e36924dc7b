#!/bin/bash
# ruleid: guard/audit-trail-tamper
history -c
# ruleid: guard/audit-trail-tamper
unset HISTFILE
# ruleid: guard/audit-trail-tamper
export HISTFILE=/dev/null
# ruleid: guard/audit-trail-tamper
set +o history
# ruleid: guard/audit-trail-tamper
rm ~/.bash_history
# ruleid: guard/audit-trail-tamper
truncate -s 0 ~/.zsh_history
# ruleid: guard/audit-trail-tamper
rm -rf ~/.claude/projects
# ruleid: guard/audit-trail-tamper
sudo rm -f /var/log/auth.log
# ruleid: guard/audit-trail-tamper
journalctl --vacuum-time=1s
# ruleid: guard/audit-trail-tamper
cat /dev/null > ~/.psql_history
# ruleid: guard/audit-trail-tamper
HISTSIZE=0 bash
# ruleid: guard/audit-trail-tamper
ln -sf /dev/null ~/.python_history
# ruleid: guard/audit-trail-tamper
wevtutil cl Security

# ok: guard/audit-trail-tamper
history
# ok: guard/audit-trail-tamper
rm logs/dev.log
# ok: guard/audit-trail-tamper
journalctl -u x
# ok: guard/audit-trail-tamper
export HISTSIZE=10000
# ok: guard/audit-trail-tamper
tail -f /var/log/syslog
# ok: guard/audit-trail-tamper
rm -rf coverage/logs
# ok: guard/audit-trail-tamper
set -o pipefail
# ok: guard/audit-trail-tamper
git reflog
# ok: guard/audit-trail-tamper
export HISTCONTROL=ignorespace
