from Crypto.PublicKey import RSA
from cryptography.hazmat.primitives.asymmetric import dsa, ec, rsa


def make_key():
    # ruleid: tokens/weak-asymmetric-key
    return rsa.generate_private_key(public_exponent=65537, key_size=1024)


def make_licence_key():
    # ruleid: tokens/weak-asymmetric-key
    return RSA.generate(1024)


def make_dsa_key():
    # ruleid: tokens/weak-asymmetric-key
    return dsa.generate_private_key(key_size=2048)


def make_small_curve():
    # ruleid: tokens/weak-asymmetric-key
    return ec.generate_private_key(ec.SECP192R1())


def good_keys():
    # ok: tokens/weak-asymmetric-key
    yield rsa.generate_private_key(public_exponent=65537, key_size=3072)
    # ok: tokens/weak-asymmetric-key
    yield RSA.generate(4096)
    # ok: tokens/weak-asymmetric-key
    yield ec.generate_private_key(ec.SECP256R1())
