import os
from datetime import UTC, datetime, timedelta

import jwt
from jose import jwt as jose_jwt


def sign(user):
    # ruleid: tokens/jwt-no-expiry
    return jwt.encode({"sub": user.id}, os.environ["JWT_SECRET"], algorithm="HS256")


def sign_role(user):
    # ruleid: tokens/jwt-no-expiry
    return jwt.encode({"sub": user.id, "role": user.role}, os.environ["JWT_SECRET"])


def sign_jose(user):
    # ruleid: tokens/jwt-no-expiry
    return jose_jwt.encode({"sub": user.id}, os.environ["JWT_SECRET"], algorithm="HS256")


def sign_short(user):
    claims = {"sub": user.id, "exp": datetime.now(UTC) + timedelta(minutes=15)}
    # ok: tokens/jwt-no-expiry
    return jwt.encode(claims, os.environ["JWT_SECRET"], algorithm="HS256")


def sign_inline(user):
    # ok: tokens/jwt-no-expiry
    return jwt.encode({"sub": user.id, "exp": datetime.now(UTC) + timedelta(minutes=15)}, os.environ["JWT_SECRET"])


def sign_payload(payload):
    # ok: tokens/jwt-no-expiry
    return jwt.encode(payload, os.environ["JWT_SECRET"])
