import ipaddress
import socket
from urllib.parse import urlparse

import requests
from flask import Flask, Response, abort, request
from flask_login import login_required

app = Flask(__name__)
ALLOWED_HOSTS = {"images.example.com", "cdn.example.com"}


@app.get("/image")
@login_required
def image():
    url = request.args["url"]
    parts = urlparse(url)
    if parts.scheme != "https" or parts.hostname not in ALLOWED_HOSTS:
        abort(400)
    if ipaddress.ip_address(socket.gethostbyname(parts.hostname)).is_private:
        abort(400)
    answer = requests.get(url, timeout=5, allow_redirects=False)
    return Response(answer.content, mimetype="image/png")
