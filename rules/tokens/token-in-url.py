import requests
from flask import redirect, request


def orders(token):
    # ruleid: tokens/token-in-url
    return requests.get(f"https://api.example.com/orders?access_token={token}", timeout=10).json()


def done(user):
    # ruleid: tokens/token-in-url
    return redirect(f"https://app.example.com/done?token={user.token}")


def key():
    # ruleid: tokens/token-in-url
    return valid(request.args.get("api_key"))


def orders_header(token):
    # ok: tokens/token-in-url
    return requests.get("https://api.example.com/orders", headers={"Authorization": f"Bearer {token}"}, timeout=10).json()


def page(cursor):
    # ok: tokens/token-in-url
    return requests.get(f"https://api.example.com/orders?page_token={cursor}", timeout=10).json()


def search():
    # ok: tokens/token-in-url
    return find(request.args.get("q"))
