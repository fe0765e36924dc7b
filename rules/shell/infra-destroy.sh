#!/bin/bash
# ruleid: shell/infra-destroy
terraform destroy -auto-approve
# ruleid: shell/infra-destroy
terraform -chdir=infra destroy
# ruleid: shell/infra-destroy
tofu apply -destroy
# ruleid: shell/infra-destroy
terraform apply -auto-approve
# ruleid: shell/infra-destroy
pulumi destroy --yes
# ruleid: shell/infra-destroy
aws s3 rb s3://data --force
# ruleid: shell/infra-destroy
aws --profile prod rds delete-db-instance --db-instance-identifier x
# ruleid: shell/infra-destroy
aws s3 rm s3://b/x --recursive
# ruleid: shell/infra-destroy
gcloud projects delete x
# ruleid: shell/infra-destroy
gcloud sql instances delete db --quiet
# ruleid: shell/infra-destroy
az group delete -n rg --yes
# ruleid: shell/infra-destroy
kubectl delete ns prod
# ruleid: shell/infra-destroy
kubectl -n app delete pvc data
# ruleid: shell/infra-destroy
helm uninstall api
# ruleid: shell/infra-destroy
vercel rm app --yes
# ruleid: shell/infra-destroy
gh repo delete o/r --yes
# ruleid: shell/infra-destroy
heroku pg:reset -a x
# ruleid: shell/infra-destroy
fly volumes destroy v1
# ruleid: shell/infra-destroy
curl -X DELETE https://api.digitalocean.com/v2/droplets/1
# ruleid: shell/infra-destroy
curl https://backboard.railway.app/graphql/v2 -d '{"query":"mutation { volumeDelete(volumeId: 1) }"}'

# ok: shell/infra-destroy
terraform plan -destroy
# ok: shell/infra-destroy
terraform plan -out tfplan
# ok: shell/infra-destroy
terraform apply tfplan
# ok: shell/infra-destroy
kubectl delete pod x
# ok: shell/infra-destroy
kubectl --context kind-dev delete ns test
# ok: shell/infra-destroy
kubectl get ns
# ok: shell/infra-destroy
aws s3 ls
# ok: shell/infra-destroy
aws --endpoint-url http://localhost:4566 s3 rb s3://b
# ok: shell/infra-destroy
aws ec2 describe-instances
# ok: shell/infra-destroy
gcloud config configurations delete old
# ok: shell/infra-destroy
helm list
# ok: shell/infra-destroy
gh run delete 12
# ok: shell/infra-destroy
curl -X DELETE http://localhost:3000/items/1
# ok: shell/infra-destroy
aws s3 rm s3://b/one.txt
# ok: shell/infra-destroy
echo "terraform destroy"
