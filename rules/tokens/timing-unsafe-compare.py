import hashlib
import hmac
import os


def webhook(request):
    expected_signature = hmac.new(SECRET, request.data, hashlib.sha256).hexdigest()
    # ruleid: tokens/timing-unsafe-compare
    if request.headers["X-Signature"] != expected_signature:
        return "", 401
    return "", 204


def api_key(request):
    # ruleid: tokens/timing-unsafe-compare
    return request.headers.get("X-Api-Key") == os.environ["API_KEY"]


def bot(token):
    # ruleid: tokens/timing-unsafe-compare
    return token == os.getenv("BOT_TOKEN")


def webhook_safe(request):
    expected_signature = hmac.new(SECRET, request.data, hashlib.sha256).hexdigest()
    # ok: tokens/timing-unsafe-compare
    return hmac.compare_digest(request.headers["X-Signature"], expected_signature)


def present(token):
    # ok: tokens/timing-unsafe-compare
    return token is not None and token != ""


def same(order):
    # ok: tokens/timing-unsafe-compare
    return order.id == "42"


def check_token():
    expected = open("/run/secrets/api_token").read().strip()
    # ruleid: tokens/timing-unsafe-compare
    if request.headers.get("X-Api-Token") != expected:
        abort(401)
    # ok: tokens/timing-unsafe-compare
    if not hmac.compare_digest(request.headers.get("X-Api-Token", ""), expected):
        abort(401)
    # ok: tokens/timing-unsafe-compare
    if request.headers.get("X-Api-Version") != expected:
        abort(400)
