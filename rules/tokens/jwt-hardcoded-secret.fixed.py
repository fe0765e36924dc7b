import os

import jwt
from flask import Flask

SECRET_KEY = os.environ["SECRET_KEY"]

app = Flask(__name__)
app.config["SECRET_KEY"] = SECRET_KEY
app.secret_key = SECRET_KEY


def verify(token: str) -> dict:
    return jwt.decode(token, SECRET_KEY, algorithms=["HS256"])
