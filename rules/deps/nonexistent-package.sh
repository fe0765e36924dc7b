# ruleid: deps/nonexistent-package
pip install huggingface-cli

# ruleid: deps/nonexistent-package
uv add huggingface_cli

# ruleid: deps/nonexistent-package
npm i -D unused-imports

# ok: deps/nonexistent-package
pip install "huggingface_hub[cli]"

# ok: deps/nonexistent-package
huggingface-cli login

# ok: deps/nonexistent-package
npm i -D eslint-plugin-unused-imports

