#!/bin/bash
# ruleid: shell/metadata-endpoint
curl http://169.254.169.254/latest/meta-data/iam/security-credentials/
# ruleid: shell/metadata-endpoint
curl -H "Metadata-Flavor: Google" http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/default/token
# ruleid: shell/metadata-endpoint
wget -qO- http://169.254.170.2$AWS_CONTAINER_CREDENTIALS_RELATIVE_URI
# ruleid: shell/metadata-endpoint
curl "http://2852039166/latest/meta-data/"
# ruleid: shell/metadata-endpoint
cat /var/run/secrets/kubernetes.io/serviceaccount/token
# ruleid: shell/metadata-endpoint
curl "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=x"
# ruleid: shell/metadata-endpoint
python3 -c "import urllib.request; print(urllib.request.urlopen('http://169.254.169.254/latest/').read())"
# ruleid: shell/metadata-endpoint
curl http://0xA9.0xFE.0xA9.0xFE/latest/

# ok: shell/metadata-endpoint
curl http://169.254.169.254/latest/meta-data/instance-id
# ok: shell/metadata-endpoint
curl https://metadata.example.com/
# ok: shell/metadata-endpoint
grep -rn 169.254.169.254 src
# ok: shell/metadata-endpoint
echo "block 169.254.169.254"
# ok: shell/metadata-endpoint
iptables -A OUTPUT -d 169.254.169.254 -j DROP
# ok: shell/metadata-endpoint
aws sts get-caller-identity
# ok: shell/metadata-endpoint
curl https://api.example.com/latest
