# ruleid: deps/untrusted-index
pip install --extra-index-url https://pypi.acme.example/simple tool

# ruleid: deps/untrusted-index
npm install tool --registry http://npm.example.com

# ruleid: deps/untrusted-index
PIP_EXTRA_INDEX_URL=https://pypi.acme.example/simple pip install tool

# ruleid: deps/untrusted-index
npm config set registry http://npm.example.com

# ruleid: deps/untrusted-index
uv pip install --index-url http://pypi.example.com/simple tool

# ok: deps/untrusted-index
pip install --index-url http://localhost:3141/simple requests

# ok: deps/untrusted-index
npm install tool --registry https://npm.pkg.github.com

# ok: deps/untrusted-index
pip install torch --index-url https://download.pytorch.org/whl/cpu

# ok: deps/untrusted-index
npm publish --registry http://localhost:4873

# ok: deps/untrusted-index
pip install -i "$PIP_INDEX" tool

