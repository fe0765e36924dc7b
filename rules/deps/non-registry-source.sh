# ruleid: deps/non-registry-source
npm install acme/tool

# ruleid: deps/non-registry-source
npm i git+https://github.com/acme/tool.git

# ruleid: deps/non-registry-source
pip install https://example.com/tool.tar.gz

# ruleid: deps/non-registry-source
pip install git+https://github.com/acme/tool

# ruleid: deps/non-registry-source
cargo install --git https://github.com/acme/tool

# ruleid: deps/non-registry-source
gem install tool --git https://github.com/acme/tool

# ok: deps/non-registry-source
npm install @acme/tool

# ok: deps/non-registry-source
pip install .

# ok: deps/non-registry-source
npm install ./packages/tool

# ok: deps/non-registry-source
pip install -e ".[dev]"

# ok: deps/non-registry-source
git clone https://github.com/acme/tool

# ok: deps/non-registry-source
npm install

