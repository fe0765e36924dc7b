# ruleid: deps/lookalike-name
npm install reacct

# ruleid: deps/lookalike-name
pip install djago

# ruleid: deps/lookalike-name
pip3 install -U numpyy

# ruleid: deps/lookalike-name
pnpm add typescripts

# ok: deps/lookalike-name
npm install react

# ok: deps/lookalike-name
pip install Django

# ok: deps/lookalike-name
pip install -r requirements.txt

# ok: deps/lookalike-name
npm run expresss

# ok: deps/lookalike-name
pip install python_dateutil

