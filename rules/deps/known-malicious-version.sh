# ruleid: deps/known-malicious-version
npm install chalk@5.6.1

# ruleid: deps/known-malicious-version
pnpm add -D eslint-config-prettier@10.1.7

# ruleid: deps/known-malicious-version
pip install "litellm==1.82.7"

# ruleid: deps/known-malicious-version
uv add telnyx==4.87.2

# ruleid: deps/known-malicious-version
yarn add postmark-mcp

# ruleid: deps/known-malicious-version
npx nx@21.5.0 build

# ruleid: deps/known-malicious-version
go get github.com/boltdb-go/bolt@v1.3.1

# ruleid: deps/known-malicious-version
gem install rest-client -v 1.6.13

# ruleid: deps/known-malicious-version
cargo add faster_log

# ok: deps/known-malicious-version
npm install chalk@5.6.2

# ok: deps/known-malicious-version
npm uninstall chalk

# ok: deps/known-malicious-version
pip uninstall litellm

# ok: deps/known-malicious-version
echo "do not npm install chalk@5.6.1"

# ok: deps/known-malicious-version
pip install litellm==1.83.7

# ok: deps/known-malicious-version
git commit -m "drop debug@4.4.2"

