import os
import secrets
from os import environ, getenv

from decouple import config
from pydantic import Field
from pydantic_settings import BaseSettings

# ruleid: secrets/secret-fallback-default
SECRET_KEY = os.environ.get("SECRET_KEY", "dev")
# ruleid: secrets/secret-fallback-default
JWT_SECRET = os.getenv("JWT_SECRET", "change-me-in-production")
# ruleid: secrets/secret-fallback-default
app.config["SECRET_KEY"] = os.environ.get("FLASK_SECRET_KEY") or "you-will-never-guess"
# ruleid: secrets/secret-fallback-default
signing = getenv('SIGNING_KEY', 'insecure')
# ruleid: secrets/secret-fallback-default
django = config("DJANGO_SECRET_KEY", default="django-insecure-key")
# ruleid: secrets/secret-fallback-default
token = environ.get("ADMIN_TOKEN", "admin")


class Settings(BaseSettings):
    # ruleid: secrets/secret-fallback-default
    SECRET_KEY: str = "your-secret-key-here"
    # ruleid: secrets/secret-fallback-default
    jwt_secret: str = Field(default="super-secret")
    # ok: secrets/secret-fallback-default
    ALGORITHM: str = "HS256"
    # ok: secrets/secret-fallback-default
    session_secret: str
    # ok: secrets/secret-fallback-default
    cookie_secret: str = Field(min_length=32)


class Row(Base):
    # ok: secrets/secret-fallback-default
    secret_key: str = "column"


# ok: secrets/secret-fallback-default
SECRET_KEY = os.environ["SECRET_KEY"]
# ok: secrets/secret-fallback-default
SECRET_KEY = os.environ.get("SECRET_KEY")
# ok: secrets/secret-fallback-default
SECRET_KEY = os.getenv("SECRET_KEY", "")
# ok: secrets/secret-fallback-default
SECRET_KEY = os.getenv("SECRET_KEY") or secrets.token_urlsafe(32)
# ok: secrets/secret-fallback-default
SECRET_KEY = config("SECRET_KEY")
# ok: secrets/secret-fallback-default
DEBUG = os.getenv("DEBUG", "false")
# ok: secrets/secret-fallback-default
PATH = os.getenv("SECRET_KEY_PATH", "/run/secrets/key")
# ok: secrets/secret-fallback-default
KEY = os.getenv("OPENAI_API_KEY", "EMPTY")
