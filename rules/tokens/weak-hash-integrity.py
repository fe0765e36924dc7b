import hashlib
import hmac

# ruleid: tokens/weak-hash-integrity
signature = hashlib.md5(body).hexdigest()

# ruleid: tokens/weak-hash-integrity
request_signature = hashlib.sha1(body).hexdigest()

# ruleid: tokens/weak-hash-integrity
digest = hashlib.sha256((api_secret + body).encode()).hexdigest()

# ok: tokens/weak-hash-integrity
etag = hashlib.md5(body).hexdigest()

# ok: tokens/weak-hash-integrity
body_signature = hmac.new(secret, body, hashlib.sha256).hexdigest()

# ok: tokens/weak-hash-integrity
cache_key = hashlib.sha1(url.encode()).hexdigest()
