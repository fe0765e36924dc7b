import hashlib
import hmac
import secrets

import bcrypt
import requests
from argon2 import PasswordHasher
from flask import Flask, request
from hashlib import sha256
from werkzeug.security import generate_password_hash

app = Flask(__name__)


@app.post("/register")
def register():
    password = request.form["password"]
    # ruleid: tokens/weak-password-hash
    digest = hashlib.md5(password.encode()).hexdigest()
    save_user(request.form["email"], digest)
    return "", 201


@app.post("/register-json")
def register_json():
    data = request.get_json()
    # ruleid: tokens/weak-password-hash
    save_user(data["email"], hashlib.sha256(data["password"].encode("utf-8")).hexdigest())
    # ok: tokens/weak-password-hash
    save_user(data["email"], generate_password_hash(data["password"]))
    return "", 201


def hash_password(password, salt):
    # ruleid: tokens/weak-password-hash
    return hashlib.sha512((salt + password).encode()).hexdigest()


def hash_password_f(password: str, salt: str) -> str:
    # ruleid: tokens/weak-password-hash
    return hashlib.sha1(f"{salt}{password}".encode()).hexdigest()


def hash_password_steps(password: str) -> str:
    h = hashlib.sha256()
    # ruleid: tokens/weak-password-hash
    h.update(password.encode())
    return h.hexdigest()


def hash_password_new(passwd):
    # ruleid: tokens/weak-password-hash
    return hashlib.new("sha256", passwd.encode()).hexdigest()


def hash_password_mixed(password, salt):
    salted = salt + password
    # ruleid: tokens/weak-password-hash
    return hashlib.sha256(salted.encode()).hexdigest()


class UserService:
    def verify(self, user, plain_password):
        # ruleid: tokens/weak-password-hash
        return user.password_hash == sha256(plain_password.encode()).hexdigest()

    def verify_fixed(self, user, plain_password):
        # ok: tokens/weak-password-hash
        return bcrypt.checkpw(plain_password.encode(), user.password_hash)


def with_pepper(password, pepper):
    # ruleid: tokens/weak-password-hash
    return hmac.new(pepper, password.encode(), hashlib.sha256).hexdigest()


def argon(password):
    # ok: tokens/weak-password-hash
    return PasswordHasher().hash(password)


def prehash(password):
    # ok: tokens/weak-password-hash
    return bcrypt.hashpw(hashlib.sha256(password.encode()).digest(), bcrypt.gensalt())


def pbkdf2(password, salt):
    # ok: tokens/weak-password-hash
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 600_000)


def scrypt(password, salt):
    # ok: tokens/weak-password-hash
    return hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1)


def is_leaked(password):
    # ok: tokens/weak-password-hash
    sha1 = hashlib.sha1(password.encode()).hexdigest().upper()
    response = requests.get(f"https://api.pwnedpasswords.com/range/{sha1[:5]}", timeout=5)
    return sha1[5:] in response.text


def other(token, path, password_file):
    # ok: tokens/weak-password-hash
    stored = hashlib.sha256(token.encode()).hexdigest()
    # ok: tokens/weak-password-hash
    checksum = hashlib.md5(path.read_bytes()).hexdigest()
    # ok: tokens/weak-password-hash
    config = hashlib.sha256(open(password_file, "rb").read()).hexdigest()
    # ok: tokens/weak-password-hash
    reset = hashlib.sha256(secrets.token_bytes(32)).hexdigest()
    return stored, checksum, config, reset
