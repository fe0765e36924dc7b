import base64
import json

import jwt as pyjwt
from jose import jwt


def get_current_user(token: str = Depends(oauth2_scheme)):
    claims = jwt.get_unverified_claims(token)
    # ruleid: tokens/jwt-decode-trusted
    return claims


def authenticate(request):
    claims = jwt.get_unverified_claims(request.headers["Authorization"][7:])
    # ruleid: tokens/jwt-decode-trusted
    request.user = claims["sub"]


@app.before_request
def load_user():
    token = request.cookies["token"]
    # ruleid: tokens/jwt-decode-trusted
    g.user = json.loads(base64.urlsafe_b64decode(token.split(".")[1] + "=="))


def admin_only(request):
    claims = jwt.get_unverified_claims(request.cookies["token"])
    # ruleid: tokens/jwt-decode-trusted
    if claims.get("role") != "admin":
        raise PermissionDenied
    # ruleid: tokens/jwt-decode-trusted
    return User.objects.get(pk=claims["sub"])


def from_part(request):
    part = request.cookies["token"].split(".")[1]
    # ruleid: tokens/jwt-decode-trusted
    request.user = json.loads(base64.b64decode(part))


def verified(request):
    # ok: tokens/jwt-decode-trusted
    request.user = jwt.decode(request.cookies["token"], KEY, algorithms=["RS256"])


def verified_id(request):
    claims = pyjwt.decode(request.cookies["token"], KEY, algorithms=["HS256"], audience="shop")
    # ok: tokens/jwt-decode-trusted
    return User.objects.get(pk=claims["sub"])


def key_for(request, token):
    header = jwt.get_unverified_header(token)
    # ok: tokens/jwt-decode-trusted
    return keys[header["kid"]]


def expires(request):
    claims = jwt.get_unverified_claims(request.cookies["token"])
    # ok: tokens/jwt-decode-trusted
    return claims["exp"]


def settings(request):
    # ok: tokens/jwt-decode-trusted
    return json.loads(base64.b64decode(request.body))


def log(token):
    # ok: tokens/jwt-decode-trusted
    logger.info(jwt.get_unverified_claims(token))
