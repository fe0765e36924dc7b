# ruleid: deps/new-dependency-unvetted
npm install left-pad

# ruleid: deps/new-dependency-unvetted
pip install flask

# ruleid: deps/new-dependency-unvetted
uv add django

# ok: deps/new-dependency-unvetted
npm install zod

# ok: deps/new-dependency-unvetted
pip install requests==2.31.0

# ok: deps/new-dependency-unvetted
cargo add serde

# ok: deps/new-dependency-unvetted
npm uninstall left-pad

