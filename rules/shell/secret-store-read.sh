#!/bin/bash
# ruleid: shell/secret-store-read
aws secretsmanager get-secret-value --secret-id db
# ruleid: shell/secret-store-read
aws ssm get-parameter --name /x --with-decryption
# ruleid: shell/secret-store-read
gcloud secrets versions access latest --secret=x
# ruleid: shell/secret-store-read
gcloud auth print-access-token
# ruleid: shell/secret-store-read
az keyvault secret show --name x --vault-name v
# ruleid: shell/secret-store-read
vault kv get secret/x
# ruleid: shell/secret-store-read
op read op://vault/item/field
# ruleid: shell/secret-store-read
pass show mail
# ruleid: shell/secret-store-read
security find-generic-password -s x -w
# ruleid: shell/secret-store-read
kubectl get secret db -o jsonpath={.data.password}
# ruleid: shell/secret-store-read
gh auth token
# ruleid: shell/secret-store-read
doppler secrets
# ruleid: shell/secret-store-read
sops -d secrets.yaml

# ok: shell/secret-store-read
op run -- npm start
# ok: shell/secret-store-read
doppler run -- npm start
# ok: shell/secret-store-read
vault status
# ok: shell/secret-store-read
aws sts get-caller-identity
# ok: shell/secret-store-read
gh auth status
# ok: shell/secret-store-read
gh secret list
# ok: shell/secret-store-read
kubectl get secrets
# ok: shell/secret-store-read
aws ssm get-parameter --name /x/version
# ok: shell/secret-store-read
aws configure get region
# ok: shell/secret-store-read
pass ls
# ok: shell/secret-store-read
terraform output
