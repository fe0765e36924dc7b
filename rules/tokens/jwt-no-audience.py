import jwt


def bad(token, client):
    key = client.get_signing_key_from_jwt(token)
    # ruleid: tokens/jwt-no-audience
    return jwt.decode(token, key.key, algorithms=["RS256"])


def good(token, client):
    key = client.get_signing_key_from_jwt(token)
    # ok: tokens/jwt-no-audience
    return jwt.decode(token, key.key, algorithms=["RS256"], audience="orders", issuer="https://issuer.example.com/")


def own(token, secret):
    # ok: tokens/jwt-no-audience
    return jwt.decode(token, secret, algorithms=["HS256"])
