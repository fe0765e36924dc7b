import os

from Crypto.Cipher import AES, DES, ARC4
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM


def encrypt_ssn(ssn: str, key: bytes) -> bytes:
    # ruleid: tokens/weak-cipher
    cipher = AES.new(key, AES.MODE_ECB)
    return cipher.encrypt(ssn.encode().ljust(16))


def encrypt_pin(pin: bytes, key: bytes) -> bytes:
    # ruleid: tokens/weak-cipher
    cipher = DES.new(key, DES.MODE_CBC, os.urandom(8))
    return cipher.encrypt(pin)


def encrypt_stream(data: bytes, key: bytes) -> bytes:
    # ruleid: tokens/weak-cipher
    return ARC4.new(key).encrypt(data)


def encrypt_block(data: bytes, key: bytes) -> bytes:
    # ruleid: tokens/weak-cipher
    encryptor = Cipher(algorithms.AES(key), modes.ECB()).encryptor()
    return encryptor.update(data) + encryptor.finalize()


def encrypt_3des(data: bytes, key: bytes) -> bytes:
    # ruleid: tokens/weak-cipher
    encryptor = Cipher(algorithms.TripleDES(key), modes.CBC(os.urandom(8))).encryptor()
    return encryptor.update(data) + encryptor.finalize()


def encrypt_gcm(data: bytes, key: bytes) -> bytes:
    nonce = os.urandom(12)
    # ok: tokens/weak-cipher
    return nonce + AESGCM(key).encrypt(nonce, data, None)


def encrypt_eax(data: bytes, key: bytes) -> tuple[bytes, bytes, bytes]:
    # ok: tokens/weak-cipher
    cipher = AES.new(key, AES.MODE_GCM)
    ciphertext, tag = cipher.encrypt_and_digest(data)
    return cipher.nonce, ciphertext, tag


def encrypt_ctr(data: bytes, key: bytes) -> bytes:
    # ok: tokens/weak-cipher
    encryptor = Cipher(algorithms.AES(key), modes.CTR(os.urandom(16))).encryptor()
    return encryptor.update(data) + encryptor.finalize()
