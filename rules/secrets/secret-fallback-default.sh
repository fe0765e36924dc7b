# ruleid: secrets/secret-fallback-default
export JWT_SECRET="${JWT_SECRET:-dev-secret}"
# ruleid: secrets/secret-fallback-default
docker run -e SESSION_SECRET=${SESSION_SECRET:-keyboardcat} shop
# ok: secrets/secret-fallback-default
export JWT_SECRET="${JWT_SECRET:?not set}"
# ok: secrets/secret-fallback-default
export JWT_SECRET="${JWT_SECRET:-}"
# ok: secrets/secret-fallback-default
export JWT_SECRET="${JWT_SECRET:-$(openssl rand -hex 32)}"
# ok: secrets/secret-fallback-default
export PORT="${PORT:-3000}"
# ruleid: secrets/secret-fallback-default
: "${ADMIN_TOKEN:=changeme}"
# ok: secrets/secret-fallback-default
: "${LOG_LEVEL:=info}"
