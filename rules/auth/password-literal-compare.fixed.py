import hmac
import os

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from .models import User

hasher = PasswordHasher()


def login(username, password):
    user = User.query.filter_by(name=username).first()
    if user is None:
        return None
    try:
        hasher.verify(user.password_hash, password)
    except VerifyMismatchError:
        return None
    return user


def has_admin_key(request):
    return hmac.compare_digest(request.headers.get("X-Admin-Key", ""), os.environ["ADMIN_KEY"])
