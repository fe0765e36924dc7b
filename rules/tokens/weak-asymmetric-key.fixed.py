from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

signing = ed25519.Ed25519PrivateKey.generate()
exchange = ec.generate_private_key(ec.SECP256R1())
encryption = rsa.generate_private_key(public_exponent=65537, key_size=3072)
