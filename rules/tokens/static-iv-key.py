import hashlib
import os

from Crypto.Cipher import AES
from Crypto.Random import get_random_bytes
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

IV = b"1234567890123456"
SECRET_KEY = b"thisisaverysecretkey1234567890ab"


def encrypt_email(email: bytes, key: bytes) -> bytes:
    # ruleid: tokens/static-iv-key
    return AES.new(key, AES.MODE_CBC, IV).encrypt(email)


def encrypt_zero(data: bytes, key: bytes) -> bytes:
    # ruleid: tokens/static-iv-key
    encryptor = Cipher(algorithms.AES(key), modes.CBC(b"\x00" * 16)).encryptor()
    return encryptor.update(data) + encryptor.finalize()


def encrypt_fixed_key(data: bytes) -> bytes:
    # ruleid: tokens/static-iv-key
    cipher = AES.new(SECRET_KEY, AES.MODE_GCM)
    return cipher.encrypt(data)


def encrypt_counter(data: bytes, key: bytes) -> bytes:
    aead = AESGCM(key)
    # ruleid: tokens/static-iv-key
    return aead.encrypt(b"fixed-nonce1", data, None)


def encrypt_token(data: bytes) -> bytes:
    # ruleid: tokens/static-iv-key
    return Fernet("bm90LWEtcmVhbC1rZXktYnV0LWEtbGl0ZXJhbC10ZXh0IQ==").encrypt(data)


def hash_password(password: str) -> bytes:
    # ruleid: tokens/static-iv-key
    return hashlib.pbkdf2_hmac("sha256", password.encode(), b"static-salt", 600_000)


def encrypt(data: bytes) -> bytes:
    key = bytes.fromhex(os.environ["DATA_KEY"])
    nonce = os.urandom(12)
    # ok: tokens/static-iv-key
    return nonce + AESGCM(key).encrypt(nonce, data, None)


def encrypt_cbc(data: bytes, key: bytes) -> bytes:
    iv = get_random_bytes(16)
    # ok: tokens/static-iv-key
    return iv + AES.new(key, AES.MODE_CBC, iv).encrypt(data)


def decrypt_cbc(blob: bytes, key: bytes) -> bytes:
    # ok: tokens/static-iv-key
    return AES.new(key, AES.MODE_CBC, blob[:16]).decrypt(blob[16:])


def token_box() -> Fernet:
    # ok: tokens/static-iv-key
    return Fernet(os.environ["FERNET_KEY"])


def hash_salted(password: str) -> bytes:
    salt = os.urandom(16)
    # ok: tokens/static-iv-key
    return salt + hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 600_000)
