#!/bin/bash
# ruleid: shell/ephemeral-package-exec
npx some-unknown-tool
# ruleid: shell/ephemeral-package-exec
npx -y super-helper@latest
# ruleid: shell/ephemeral-package-exec
bunx weird-cli init
# ruleid: shell/ephemeral-package-exec
pnpm dlx thing
# ruleid: shell/ephemeral-package-exec
yarn dlx thing
# ruleid: shell/ephemeral-package-exec
uvx strange-tool
# ruleid: shell/ephemeral-package-exec
pipx run strange-tool
# ruleid: shell/ephemeral-package-exec
npm exec -y other-thing
# ruleid: shell/ephemeral-package-exec
go run example.com/x/tool@latest

# ok: shell/ephemeral-package-exec
npx tsc --noEmit
# ok: shell/ephemeral-package-exec
npx eslint .
# ok: shell/ephemeral-package-exec
npx create-next-app@latest app
# ok: shell/ephemeral-package-exec
npx prisma generate
# ok: shell/ephemeral-package-exec
npx --no-install thing
# ok: shell/ephemeral-package-exec
uvx ruff check
# ok: shell/ephemeral-package-exec
npm run build
# ok: shell/ephemeral-package-exec
go run ./cmd/app
# ok: shell/ephemeral-package-exec
pnpm dlx create-vite
# ok: shell/ephemeral-package-exec
npx prettier --check .
