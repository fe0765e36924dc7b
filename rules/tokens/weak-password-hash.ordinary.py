from passlib.hash import bcrypt, md5_crypt, plaintext
from werkzeug.security import generate_password_hash

# ruleid: tokens/weak-password-hash
kept = md5_crypt.hash(password)
# ruleid: tokens/weak-password-hash
kept = plaintext.hash(password)
# ruleid: tokens/weak-password-hash
kept = generate_password_hash(password, method="md5")
# ok: tokens/weak-password-hash
kept = bcrypt.hash(password)
# ok: tokens/weak-password-hash
kept = generate_password_hash(password)
# ok: tokens/weak-password-hash
kept = generate_password_hash(password, method="scrypt")
