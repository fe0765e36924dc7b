from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from passlib.hash import pbkdf2_sha256, sha256_crypt
# ruleid: tokens/password-hash-low-cost
kdf = PBKDF2HMAC(algorithm=hashes.SHA256(), length=32, salt=salt, iterations=1000)
# ruleid: tokens/password-hash-low-cost
digest = sha256_crypt.using(rounds=1000).hash(password)
# ruleid: tokens/password-hash-low-cost
digest = pbkdf2_sha256.using(rounds=1000).hash(password)
# ok: tokens/password-hash-low-cost
kdf = PBKDF2HMAC(algorithm=hashes.SHA256(), length=32, salt=salt, iterations=600000)
# ok: tokens/password-hash-low-cost
digest = sha256_crypt.using(rounds=535000).hash(password)
# ok: tokens/password-hash-low-cost
digest = pbkdf2_sha256.hash(password)
