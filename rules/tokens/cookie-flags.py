from django.conf import settings
from django.http import HttpResponse
from fastapi import FastAPI, Response
from flask import Flask, jsonify, make_response

app = Flask(__name__)
api = FastAPI()
REFRESH_COOKIE = "refresh_token"

# ruleid: tokens/cookie-flags
SESSION_COOKIE_SECURE = False
# ruleid: tokens/cookie-flags
SESSION_COOKIE_HTTPONLY = False
# ok: tokens/cookie-flags
SESSION_COOKIE_SECURE = True
# ok: tokens/cookie-flags
SESSION_COOKIE_SECURE = not DEBUG
# ok: tokens/cookie-flags
CSRF_COOKIE_HTTPONLY = False
# ruleid: tokens/cookie-flags
app.config["SESSION_COOKIE_SECURE"] = False
# ruleid: tokens/cookie-flags
app.config.update(SESSION_COOKIE_HTTPONLY=False, SESSION_COOKIE_SAMESITE="Lax")
# ok: tokens/cookie-flags
app.config.update(SESSION_COOKIE_SECURE=True, SESSION_COOKIE_HTTPONLY=True, SESSION_COOKIE_SAMESITE="Lax")

if settings.DEBUG:
    # ok: tokens/cookie-flags
    SESSION_COOKIE_SECURE = False


class DevelopmentConfig:
    # ok: tokens/cookie-flags
    SESSION_COOKIE_SECURE = False


@app.post("/login")
def login():
    token = issue_token()
    resp = make_response(jsonify(ok=True))
    # ruleid: tokens/cookie-flags
    resp.set_cookie("session", token)
    # ruleid: tokens/cookie-flags
    resp.set_cookie("auth_token", token, httponly=True, samesite="Lax")
    # ruleid: tokens/cookie-flags
    resp.set_cookie("access_token", token, httponly=False, secure=True)
    # ok: tokens/cookie-flags
    resp.set_cookie("session", token, httponly=True, secure=True, samesite="Lax")
    # ok: tokens/cookie-flags
    resp.set_cookie("theme", "dark")
    # ok: tokens/cookie-flags
    resp.set_cookie("csrf_token", token, secure=True)
    return resp


@api.post("/token")
async def create_token(response: Response):
    token = issue_token()
    # ruleid: tokens/cookie-flags
    response.set_cookie(key="access_token", value=f"Bearer {token}", httponly=True)
    # ruleid: tokens/cookie-flags
    response.set_cookie(key=REFRESH_COOKIE, value=token, secure=False, httponly=True)
    # ok: tokens/cookie-flags
    response.set_cookie(key="access_token", value=token, httponly=True, secure=True, samesite="lax", max_age=900)
    # ok: tokens/cookie-flags
    response.set_cookie(key="access_token", value=token, **cookie_options())
    # ok: tokens/cookie-flags
    response.set_cookie(key="access_token", value=token, httponly=True, secure=settings.SECURE_COOKIES)
    return {"ok": True}


def remember(request):
    response = HttpResponse("ok")
    # ruleid: tokens/cookie-flags
    response.set_cookie("remember_token", request.user.token, max_age=86400 * 30)
    # ok: tokens/cookie-flags
    response.set_cookie("language", "en", max_age=86400 * 30)
    return response


def logout(request):
    response = HttpResponse("bye")
    # ok: tokens/cookie-flags
    response.set_cookie("session", "", max_age=0)
    # ok: tokens/cookie-flags
    response.delete_cookie("session")
    return response
