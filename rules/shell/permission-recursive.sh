#!/bin/bash
# ruleid: shell/permission-recursive
chmod -R 777 .
# ruleid: shell/permission-recursive
chmod -R a+rwx src
# ruleid: shell/permission-recursive
chmod -R o+w uploads
# ruleid: shell/permission-recursive
sudo chmod -R 755 /
# ruleid: shell/permission-recursive
chown -R me ~
# ruleid: shell/permission-recursive
chown -R nobody /etc
# ruleid: shell/permission-recursive
chmod u+s ./tool
# ruleid: shell/permission-recursive
chmod 4755 /usr/local/bin/x
# ruleid: shell/permission-recursive
chmod 644 ~/.ssh/id_rsa
# ruleid: shell/permission-recursive
chmod 777 /etc/passwd

# ok: shell/permission-recursive
chmod +x script.sh
# ok: shell/permission-recursive
chmod 600 key
# ok: shell/permission-recursive
chmod 644 file
# ok: shell/permission-recursive
chmod -R u+rwX src
# ok: shell/permission-recursive
chown -R $(id -u) .
# ok: shell/permission-recursive
chmod 700 ~/.ssh
# ok: shell/permission-recursive
chmod 600 ~/.ssh/id_rsa
# ok: shell/permission-recursive
chmod -R 755 dist
# ok: shell/permission-recursive
chmod 777 run.sh
# ok: shell/permission-recursive
docker run x chown -R app /app
