import os
from datetime import datetime, timedelta, timezone

import jwt
from decouple import config
from fastapi import FastAPI
from flask import Flask
from itsdangerous import URLSafeTimedSerializer
from jose import jwt as jose_jwt
from pydantic_settings import BaseSettings
from starlette.middleware.sessions import SessionMiddleware

app = Flask(__name__)
api = FastAPI()

# ruleid: tokens/jwt-hardcoded-secret
SECRET_KEY = "09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7"
ALGORITHM = "HS256"
# ruleid: tokens/jwt-hardcoded-secret
JWT_SECRET = os.getenv("JWT_SECRET", "dev-secret")
# ruleid: tokens/jwt-hardcoded-secret
SESSION_SECRET = os.environ.get("SESSION_SECRET") or "dev"
# ruleid: tokens/jwt-hardcoded-secret
JWT_SECRET_KEY = config("JWT_SECRET_KEY", default="changeme")
# ok: tokens/jwt-hardcoded-secret
TOKEN_SECRET = os.environ.get("TOKEN_SECRET", "")
# ok: tokens/jwt-hardcoded-secret
REFRESH_SECRET = os.environ["REFRESH_SECRET"]


def create_access_token(data: dict):
    to_encode = data.copy()
    to_encode["exp"] = datetime.now(timezone.utc) + timedelta(minutes=15)
    # ruleid: tokens/jwt-hardcoded-secret
    return jwt.encode(to_encode, SECRET_KEY, algorithm=ALGORITHM)


def create_refresh_token(data: dict):
    # ok: tokens/jwt-hardcoded-secret
    return jwt.encode(data, REFRESH_SECRET, algorithm=ALGORITHM)


def read(token):
    # ruleid: tokens/jwt-hardcoded-secret
    return jwt.decode(token, "secret", algorithms=["HS256"])


def read_jose(token):
    # ruleid: tokens/jwt-hardcoded-secret
    return jose_jwt.decode(token, key="my-secret", algorithms=[ALGORITHM])


def read_fixed(token):
    # ok: tokens/jwt-hardcoded-secret
    return jwt.decode(token, os.environ["JWT_SECRET"], algorithms=["HS256"])


def read_unverified_default(token):
    # ruleid: tokens/jwt-hardcoded-secret
    return jwt.decode(token, os.environ.get("JWT_SECRET", "secret"), algorithms=["HS256"])


# ruleid: tokens/jwt-hardcoded-secret
app.config["SECRET_KEY"] = "dev"
# ruleid: tokens/jwt-hardcoded-secret
app.config["JWT_SECRET_KEY"] = os.environ.get("JWT_SECRET_KEY", "jwt-secret-string")
# ruleid: tokens/jwt-hardcoded-secret
app.secret_key = "super secret key"
# ruleid: tokens/jwt-hardcoded-secret
app.config.update(SECRET_KEY="a-very-secret-key", DEBUG=False)
# ok: tokens/jwt-hardcoded-secret
app.config["SECRET_KEY"] = os.environ["SECRET_KEY"]
# ok: tokens/jwt-hardcoded-secret
app.secret_key = os.urandom(32)
# ok: tokens/jwt-hardcoded-secret
app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite:///app.db"

# ruleid: tokens/jwt-hardcoded-secret
api.add_middleware(SessionMiddleware, secret_key="session-secret")
# ok: tokens/jwt-hardcoded-secret
api.add_middleware(SessionMiddleware, secret_key=os.environ["SESSION_SECRET"])


class Config:
    # ruleid: tokens/jwt-hardcoded-secret
    SECRET_KEY = "you-will-never-guess"


class BaseConfig:
    # ruleid: tokens/jwt-hardcoded-secret
    SECRET_KEY = os.environ.get("SECRET_KEY") or "you-will-never-guess"


class Settings(BaseSettings):
    # ruleid: tokens/jwt-hardcoded-secret
    SECRET_KEY: str = "insecure-default-key"
    # ok: tokens/jwt-hardcoded-secret
    JWT_SECRET: str
    # ok: tokens/jwt-hardcoded-secret
    PROJECT_NAME: str = "orders"


class Keys:
    # ok: tokens/jwt-hardcoded-secret
    SECRET_KEY = "secret_key"
    # ok: tokens/jwt-hardcoded-secret
    JWT_SECRET = "JWT_SECRET"


# ruleid: tokens/jwt-hardcoded-secret
serializer = URLSafeTimedSerializer("reset-password-secret")
# ok: tokens/jwt-hardcoded-secret
signer = URLSafeTimedSerializer(app.config["SECRET_KEY"])
