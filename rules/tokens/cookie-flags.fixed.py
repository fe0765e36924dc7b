from flask import Flask, make_response

from .sessions import new_session

app = Flask(__name__)
app.config.update(SESSION_COOKIE_HTTPONLY=True, SESSION_COOKIE_SECURE=True, SESSION_COOKIE_SAMESITE="Lax")


@app.post("/login")
def login():
    response = make_response("", 204)
    response.set_cookie("session", new_session(), httponly=True, secure=True, samesite="lax", max_age=3600)
    return response
