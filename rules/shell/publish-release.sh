#!/bin/bash
# ruleid: shell/publish-release
npm publish
# ruleid: shell/publish-release
pnpm publish --access public
# ruleid: shell/publish-release
npm unpublish pkg@1.0.0
# ruleid: shell/publish-release
twine upload dist/*
# ruleid: shell/publish-release
cargo publish
# ruleid: shell/publish-release
docker push org/app:latest
# ruleid: shell/publish-release
gh release create v1.0.0
# ruleid: shell/publish-release
vercel --prod
# ruleid: shell/publish-release
firebase deploy
# ruleid: shell/publish-release
git push --tags
# ruleid: shell/publish-release
python -m twine upload dist/*
# ruleid: shell/publish-release
terraform apply tfplan
# ruleid: shell/publish-release
wrangler deploy

# ok: shell/publish-release
npm publish --dry-run
# ok: shell/publish-release
npm pack
# ok: shell/publish-release
cargo publish --dry-run
# ok: shell/publish-release
docker build -t app .
# ok: shell/publish-release
docker push localhost:5000/app
# ok: shell/publish-release
vercel
# ok: shell/publish-release
git push origin feature
# ok: shell/publish-release
gh release list
# ok: shell/publish-release
npm run build
# ok: shell/publish-release
npm view pkg versions
# ok: shell/publish-release
netlify deploy
