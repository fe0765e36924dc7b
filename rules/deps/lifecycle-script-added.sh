# ruleid: deps/lifecycle-script-added
npm config set ignore-scripts false

# ruleid: deps/lifecycle-script-added
pnpm install --dangerously-allow-all-builds

# ok: deps/lifecycle-script-added
npm config set ignore-scripts true

# ok: deps/lifecycle-script-added
npm ci --ignore-scripts

# ok: deps/lifecycle-script-added
pnpm install

