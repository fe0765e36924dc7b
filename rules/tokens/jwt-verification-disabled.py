import os

import jwt
from fastapi import Depends, FastAPI, Header, HTTPException
from flask import Flask, g, jsonify, request
from jose import JWTError, jws
from jose import jwt as jose_jwt
from jwt import PyJWKClient

SECRET_KEY = os.environ["SECRET_KEY"]
ALGORITHM = "HS256"
app = Flask(__name__)
api = FastAPI()
jwks = PyJWKClient("https://id.acme.dev/.well-known/jwks.json")


def login_required(view):
    def wrapper(*args, **kwargs):
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        # ruleid: tokens/jwt-verification-disabled
        g.user = jwt.decode(token, options={"verify_signature": False})
        return view(*args, **kwargs)

    return wrapper


def login_required_fixed(view):
    def wrapper(*args, **kwargs):
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        try:
            # ok: tokens/jwt-verification-disabled
            g.user = jwt.decode(token, SECRET_KEY, algorithms=[ALGORITHM])
        except jwt.PyJWTError:
            return jsonify(error="unauthorized"), 401
        return view(*args, **kwargs)

    return wrapper


async def get_current_user(authorization: str = Header()):
    token = authorization.split()[-1]
    try:
        payload = jose_jwt.decode(
            token,
            SECRET_KEY,
            algorithms=[ALGORITHM],
            # ruleid: tokens/jwt-verification-disabled
            options={"verify_exp": False},
        )
    except JWTError as error:
        raise HTTPException(status_code=401) from error
    return payload["sub"]


def read_claims(token):
    # ruleid: tokens/jwt-verification-disabled
    return jwt.decode(token, SECRET_KEY, verify=False)


def read_claims_any(token):
    # ruleid: tokens/jwt-verification-disabled
    return jwt.decode(token, SECRET_KEY, algorithms=["HS256", "none"])


def issue(user_id):
    # ruleid: tokens/jwt-verification-disabled
    return jwt.encode({"sub": user_id}, "", algorithm="none")


class TokenVerifier:
    # ruleid: tokens/jwt-verification-disabled
    options = {"verify_signature": False, "verify_aud": False}

    async def verify_token(self, token: str):
        return jwt.decode(token, options=self.options)


def check_detached(token, key):
    # ruleid: tokens/jwt-verification-disabled
    return jws.verify(token, key, ["HS256"], verify=False)


def claims_for_tenant(token: str):
    # ok: tokens/jwt-verification-disabled
    unverified = jwt.decode(token, options={"verify_signature": False})
    key = TENANT_KEYS[unverified["iss"]]
    claims = jwt.decode(token, key, algorithms=["RS256"], audience="api")
    return claims


def claims_by_kid(token: str):
    # ok: tokens/jwt-verification-disabled
    header = jwt.get_unverified_header(token)
    # ok: tokens/jwt-verification-disabled
    return jwt.decode(token, jwks.get_signing_key(header["kid"]).key, algorithms=["RS256"], audience="api")


@api.get("/me")
def me(user: str = Depends(get_current_user)):
    return {"user": user}


def strict(token):
    # ok: tokens/jwt-verification-disabled
    return jose_jwt.decode(token, SECRET_KEY, algorithms=["HS256"], options={"verify_signature": True, "require": ["exp"]})


def fetch(session, url):
    # ok: tokens/jwt-verification-disabled
    return session.get(url, verify=False)


TENANT_KEYS = {}
# ok: tokens/jwt-verification-disabled
COMPRESSION = {"algorithm": "none", "level": 3}
