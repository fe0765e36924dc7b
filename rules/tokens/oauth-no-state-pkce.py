import secrets
from urllib.parse import urlencode

from flask import redirect, session
from fastapi.responses import RedirectResponse


def login():
    # ruleid: tokens/oauth-no-state-pkce
    return redirect(f"https://github.com/login/oauth/authorize?client_id={CLIENT_ID}&response_type=code&redirect_uri={REDIRECT}")


def login_params():
    # ruleid: tokens/oauth-no-state-pkce
    params = {"client_id": CLIENT_ID, "redirect_uri": REDIRECT, "response_type": "code"}
    return redirect("https://idp.example.com/authorize?" + urlencode(params))


def login_inline():
    # ruleid: tokens/oauth-no-state-pkce
    query = urlencode({"client_id": CLIENT_ID, "response_type": "code", "scope": "openid"})
    return RedirectResponse("https://idp.example.com/authorize?" + query)


def login_state():
    session["state"] = secrets.token_urlsafe(16)
    # ok: tokens/oauth-no-state-pkce
    params = {"client_id": CLIENT_ID, "response_type": "code", "state": session["state"]}
    return redirect("https://idp.example.com/authorize?" + urlencode(params))


def login_later():
    # ok: tokens/oauth-no-state-pkce
    params = {"client_id": CLIENT_ID, "response_type": "code"}
    params["state"] = session["state"] = secrets.token_urlsafe(16)
    return redirect("https://idp.example.com/authorize?" + urlencode(params))


def login_text(state):
    # ok: tokens/oauth-no-state-pkce
    return redirect(f"https://github.com/login/oauth/authorize?client_id={CLIENT_ID}&response_type=code&state={state}")
