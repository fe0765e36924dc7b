import subprocess

from flask import Flask, abort, jsonify, request
from flask_login import login_required

app = Flask(__name__)
HOSTS = {"web": "web.internal.example", "db": "db.internal.example"}


@app.get("/ping")
@login_required
def ping():
    host = HOSTS.get(request.args["host"])
    if host is None:
        abort(400)
    done = subprocess.run(["ping", "-c", "1", host], check=False, timeout=5)
    return jsonify(up=done.returncode == 0)
