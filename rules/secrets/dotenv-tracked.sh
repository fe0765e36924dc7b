# ruleid: secrets/dotenv-tracked
git add .env
# ruleid: secrets/dotenv-tracked
git add -f config/.env.production
# ruleid: secrets/dotenv-tracked
git add src keys/id_rsa
# ruleid: secrets/dotenv-tracked
git add terraform.tfstate
# ok: secrets/dotenv-tracked
git add .env.example
# ok: secrets/dotenv-tracked
git add src
# ok: secrets/dotenv-tracked
git add .
# ok: secrets/dotenv-tracked
git add keys/id_rsa.pub
# ok: secrets/dotenv-tracked
git add -n .env
