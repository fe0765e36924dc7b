import requests
from flask import redirect, request

from .keys import valid


def orders(token):
    return requests.get("https://api.example.com/orders", headers={"Authorization": f"Bearer {token}"}, timeout=10).json()


def done(user):
    response = redirect("https://app.example.com/done")
    response.set_cookie("session", user.token, httponly=True, secure=True, samesite="lax")
    return response


def key():
    return valid(request.headers.get("X-Api-Key"))
