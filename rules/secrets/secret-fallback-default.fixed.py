import os

from pydantic import Field
from pydantic_settings import BaseSettings

SECRET_KEY = os.environ["SECRET_KEY"]


class Settings(BaseSettings):
    jwt_secret: str = Field(min_length=32)
    log_level: str = "info"
