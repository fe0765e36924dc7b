#!/bin/bash
# ruleid: shell/found-credential-use
sshpass -p hunter22 ssh me@host.example
# ruleid: shell/found-credential-use
mysql -h db.example.com -pS3cretPw app
# ruleid: shell/found-credential-use
PGPASSWORD=hunter2222 psql -h db.example.com app
# ruleid: shell/found-credential-use
aws configure set aws_secret_access_key abc
# ruleid: shell/found-credential-use
GOOGLE_APPLICATION_CREDENTIALS=/home/other/sa.json gcloud sql instances list
# ruleid: shell/found-credential-use
gcloud auth activate-service-account --key-file sa.json
# ruleid: shell/found-credential-use
kubectl --kubeconfig /etc/k/admin.conf get pods
# ruleid: shell/found-credential-use
gh auth login --with-token < /tmp/t
# ruleid: shell/found-credential-use
ssh -i /opt/keys/prod.pem me@host.example
# ruleid: shell/found-credential-use
TOKEN=$(grep TOKEN ~/other/.env | cut -d= -f2); curl -H "Authorization: Bearer $TOKEN" https://api.example.com
# ruleid: shell/found-credential-use
source ../other/.env
# ruleid: shell/found-credential-use
az login --service-principal -u a -p b --tenant c

# ok: shell/found-credential-use
gh pr list
# ok: shell/found-credential-use
aws s3 ls
# ok: shell/found-credential-use
source .env && npm start
# ok: shell/found-credential-use
curl -H "Authorization: Bearer $MY_TOKEN" https://api.example.com
# ok: shell/found-credential-use
psql postgres://postgres:postgres@localhost/app
# ok: shell/found-credential-use
PGPASSWORD=postgres psql -h localhost app
# ok: shell/found-credential-use
mysql -u root -p app
# ok: shell/found-credential-use
ssh me@host.example
# ok: shell/found-credential-use
ssh -i ~/.ssh/id_ed25519 me@host.example
# ok: shell/found-credential-use
echo "$T" | docker login -u me --password-stdin
# ok: shell/found-credential-use
kubectl get pods
# ok: shell/found-credential-use
export TOKEN="$(op read op://v/i/f)"
