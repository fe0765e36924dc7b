# ruleid: deps/integrity-check-off
pip install --trusted-host pypi.example.com tool

# ruleid: deps/integrity-check-off
GOSUMDB=off go get example.com/x

# ruleid: deps/integrity-check-off
apt-get install -y --allow-unauthenticated curl

# ruleid: deps/integrity-check-off
npm config set strict-ssl false

# ruleid: deps/integrity-check-off
YARN_CHECKSUM_BEHAVIOR=ignore yarn install

# ruleid: deps/integrity-check-off
apk add --allow-untrusted x.apk

# ruleid: deps/integrity-check-off
go env -w GOINSECURE="*"

# ok: deps/integrity-check-off
pip install --trusted-host localhost tool

# ok: deps/integrity-check-off
GOPRIVATE=example.com/acme go get example.com/acme/x

# ok: deps/integrity-check-off
apt-get install -y curl

# ok: deps/integrity-check-off
npm config set strict-ssl true

# ok: deps/integrity-check-off
go mod download

