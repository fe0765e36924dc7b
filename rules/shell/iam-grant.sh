#!/bin/bash
# ruleid: shell/iam-grant
aws iam attach-user-policy --user-name x --policy-arn arn:aws:iam::aws:policy/AdministratorAccess
# ruleid: shell/iam-grant
aws iam update-assume-role-policy --role-name r --policy-document file://p
# ruleid: shell/iam-grant
gcloud projects add-iam-policy-binding p --member=user:x --role=roles/owner
# ruleid: shell/iam-grant
az role assignment create --role Owner --assignee x
# ruleid: shell/iam-grant
kubectl create clusterrolebinding x --clusterrole=cluster-admin --user=y
# ruleid: shell/iam-grant
gh api -X PUT repos/o/r/collaborators/x
# ruleid: shell/iam-grant
gh api -X DELETE repos/o/r/branches/main/protection
# ruleid: shell/iam-grant
psql -c "GRANT ALL ON ALL TABLES IN SCHEMA public TO app"
# ruleid: shell/iam-grant
psql -c "ALTER ROLE x SUPERUSER"
# ruleid: shell/iam-grant
aws ec2 authorize-security-group-ingress --group-id g --port 22 --cidr 0.0.0.0/0
# ruleid: shell/iam-grant
aws s3api put-public-access-block --bucket b --public-access-block-configuration BlockPublicAcls=false
# ruleid: shell/iam-grant
gsutil iam ch allUsers:objectViewer gs://b
# ruleid: shell/iam-grant
gh secret set X -b y

# ok: shell/iam-grant
aws iam list-roles
# ok: shell/iam-grant
aws iam simulate-principal-policy --policy-source-arn a
# ok: shell/iam-grant
gcloud projects get-iam-policy p
# ok: shell/iam-grant
kubectl get clusterrolebindings
# ok: shell/iam-grant
gh api repos/o/r/branches/main/protection
# ok: shell/iam-grant
az role assignment list
# ok: shell/iam-grant
psql -c "SELECT * FROM pg_roles"
# ok: shell/iam-grant
gh repo edit --description x
# ok: shell/iam-grant
gh secret list
