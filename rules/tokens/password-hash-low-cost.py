import hashlib

import bcrypt


def register(password: str) -> bytes:
    # ruleid: tokens/password-hash-low-cost
    return bcrypt.hashpw(password.encode(), bcrypt.gensalt(4))


def register_named(password: str) -> bytes:
    # ruleid: tokens/password-hash-low-cost
    return bcrypt.hashpw(password.encode(), bcrypt.gensalt(rounds=6))


def derive(password: str, salt: bytes) -> bytes:
    # ruleid: tokens/password-hash-low-cost
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 10000)


def register_well(password: str) -> bytes:
    # ok: tokens/password-hash-low-cost
    return bcrypt.hashpw(password.encode(), bcrypt.gensalt())


def derive_well(password: str, salt: bytes) -> bytes:
    # ok: tokens/password-hash-low-cost
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 600_000)


def register_twelve(password: str) -> bytes:
    # ok: tokens/password-hash-low-cost
    return bcrypt.hashpw(password.encode(), bcrypt.gensalt(12))
