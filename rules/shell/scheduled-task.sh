#!/bin/bash
# ruleid: shell/scheduled-task
(crontab -l; echo "* * * * * x") | crontab -
# ruleid: shell/scheduled-task
crontab jobs.txt
# ruleid: shell/scheduled-task
echo x | at now + 1 hour
# ruleid: shell/scheduled-task
systemctl --user enable x.service
# ruleid: shell/scheduled-task
sudo systemctl enable x
# ruleid: shell/scheduled-task
cat > ~/.config/systemd/user/x.service <<E
x
E
# ruleid: shell/scheduled-task
cp x.plist ~/Library/LaunchAgents/x.plist
# ruleid: shell/scheduled-task
launchctl load ~/Library/LaunchAgents/x.plist
# ruleid: shell/scheduled-task
echo "* * * * * root x" | sudo tee /etc/cron.d/x
# ruleid: shell/scheduled-task
pm2 startup
# ruleid: shell/scheduled-task
loginctl enable-linger
# ruleid: shell/scheduled-task
schtasks /create /tn x /tr y

# ok: shell/scheduled-task
crontab -l
# ok: shell/scheduled-task
systemctl status x
# ok: shell/scheduled-task
pm2 start app.js
# ok: shell/scheduled-task
cat > deploy/app.service <<E
x
E
# ok: shell/scheduled-task
launchctl list
# ok: shell/scheduled-task
atq
# ok: shell/scheduled-task
systemctl --user status x
# ok: shell/scheduled-task
nohup npm run dev &
# ok: shell/scheduled-task
schtasks /query
# ok: shell/scheduled-task
kubectl get cronjobs
