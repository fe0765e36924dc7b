# ruleid: tokens/password-hash-low-cost
BCrypt::Password.create(password, cost: 4)
# ruleid: tokens/password-hash-low-cost
BCrypt::Engine.cost = 4
# ruleid: tokens/password-hash-low-cost
OpenSSL::PKCS5.pbkdf2_hmac(password, salt, 1000, 32, 'sha256')
# ruleid: tokens/password-hash-low-cost
OpenSSL::PKCS5.pbkdf2_hmac_sha1(password, salt, 2000, 32)
# ok: tokens/password-hash-low-cost
BCrypt::Password.create(password, cost: 12)
# ok: tokens/password-hash-low-cost
BCrypt::Password.create(password)
# ok: tokens/password-hash-low-cost
OpenSSL::PKCS5.pbkdf2_hmac(password, salt, 600_000, 32, 'sha256')
# ok: tokens/password-hash-low-cost
OpenSSL::PKCS5.pbkdf2_hmac(session_seed, salt, 1000, 32, 'sha256')
