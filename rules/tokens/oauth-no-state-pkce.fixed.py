import base64
import hashlib
import os
import secrets
from urllib.parse import urlencode

from flask import redirect, session

REDIRECT = "https://app.example.com/callback"


def login():
    session["state"] = secrets.token_urlsafe(16)
    session["verifier"] = secrets.token_urlsafe(48)
    digest = hashlib.sha256(session["verifier"].encode()).digest()
    params = {
        "client_id": os.environ["CLIENT_ID"],
        "redirect_uri": REDIRECT,
        "response_type": "code",
        "state": session["state"],
        "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
        "code_challenge_method": "S256",
    }
    return redirect("https://id.example.com/authorize?" + urlencode(params))
