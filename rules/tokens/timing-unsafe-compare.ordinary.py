import hashlib
import hmac


def check(body, signature, key):
    digest = hmac.new(key, body, hashlib.sha256).hexdigest()
    # ruleid: tokens/timing-unsafe-compare
    if digest == signature:
        return True
    return False


def refuse(body, signature, key):
    digest = hmac.new(key, body, hashlib.sha256).digest()
    # ruleid: tokens/timing-unsafe-compare
    return digest != signature


def fine(body, signature, key):
    digest = hmac.new(key, body, hashlib.sha256).hexdigest()
    # ok: tokens/timing-unsafe-compare
    return hmac.compare_digest(digest, signature)


def empty(body, key):
    digest = hmac.new(key, body, hashlib.sha256).hexdigest()
    # ok: tokens/timing-unsafe-compare
    return digest == None
