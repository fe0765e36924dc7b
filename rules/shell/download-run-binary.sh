#!/bin/bash
# ruleid: shell/download-run-binary
curl -Lo tool https://x.example/tool && chmod +x tool
# ruleid: shell/download-run-binary
wget https://x.example/a.deb && sudo dpkg -i a.deb
# ruleid: shell/download-run-binary
curl -O https://x.example/p.pkg && installer -pkg p.pkg -target /
# ruleid: shell/download-run-binary
rpm -i https://x.example/a.rpm
# ruleid: shell/download-run-binary
xattr -d com.apple.quarantine Tool.app
# ruleid: shell/download-run-binary
code --install-extension x.vsix
# ruleid: shell/download-run-binary
code --install-extension unknown.publisher
# ruleid: shell/download-run-binary
pip install /tmp/x-1.0-py3-none-any.whl
# ruleid: shell/download-run-binary
docker run -v /data:/data someone/image

# ok: shell/download-run-binary
code --install-extension esbenp.prettier-vscode
# ok: shell/download-run-binary
docker run -v "$PWD":/w node:20 npm test
# ok: shell/download-run-binary
chmod +x scripts/build.sh
# ok: shell/download-run-binary
dpkg -l
# ok: shell/download-run-binary
curl -O https://x.example/data.json
# ok: shell/download-run-binary
apt-get install -y jq
# ok: shell/download-run-binary
rpm -q bash
# ok: shell/download-run-binary
pip install ./dist/x-1.0.whl
# ok: shell/download-run-binary
curl -Lo u https://x.example/u && sha256sum -c SUMS && chmod +x u
