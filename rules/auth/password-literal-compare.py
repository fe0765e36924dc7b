import hmac
import os

from flask import request
from werkzeug.security import check_password_hash


def login():
    username = request.form["username"]
    password = request.form["password"]
    # ruleid: auth/password-literal-compare
    if username == "admin" and password == "s3same":
        return "welcome"
    # ruleid: auth/password-literal-compare
    if request.form.get("password") == "winter2023":
        return "welcome"
    # ruleid: auth/password-literal-compare
    if request.json["admin_key"] != "k9-rex-77":
        return "", 401
    # ruleid: auth/password-literal-compare
    if request.headers.get("api_key") == "demo-4f2c":
        return "data"
    # ok: auth/password-literal-compare
    if password == "":
        return "", 400
    # ok: auth/password-literal-compare
    if password is None or password != request.form["password2"]:
        return "", 400
    # ok: auth/password-literal-compare
    if hmac.compare_digest(password, os.environ["ADMIN_PASSWORD"]):
        return "welcome"
    # ok: auth/password-literal-compare
    if field_name == "password":
        return "hidden"
    # ok: auth/password-literal-compare
    if request.form["grant_type"] == "password":
        return grant()
    # ok: auth/password-literal-compare
    if os.environ.get("DB_PASSWORD") == "postgres":
        warn("default password")
    # ok: auth/password-literal-compare
    return check_password_hash(user.password_hash, password)


def test_login(client):
    # ok: auth/password-literal-compare
    assert client.user.password == "s3same"
