import jwt


def verify_header(token, key):
    header = jwt.get_unverified_header(token)
    # ruleid: tokens/jwt-alg-unpinned
    return jwt.decode(token, key, algorithms=[header["alg"]])


def verify_both(token, key):
    # ruleid: tokens/jwt-alg-unpinned
    return jwt.decode(token, key, algorithms=["HS256", "RS256"])


def verify_reverse(token, key):
    # ruleid: tokens/jwt-alg-unpinned
    return jwt.decode(token, key, algorithms=["ES256", "HS256"])


def verify_one(token, key):
    # ok: tokens/jwt-alg-unpinned
    return jwt.decode(token, key, algorithms=["RS256"])


def verify_family(token, key):
    # ok: tokens/jwt-alg-unpinned
    return jwt.decode(token, key, algorithms=["RS256", "ES256"])


def verify_constant(token, key):
    # ok: tokens/jwt-alg-unpinned
    return jwt.decode(token, key, algorithms=[ALGORITHM])
