import re
import subprocess

from flask import Flask, Response, abort, request
from flask_login import login_required

app = Flask(__name__)


@app.get("/log")
@login_required
def log():
    ref = request.args["ref"]
    if not re.fullmatch(r"[\w.][\w./-]*", ref):
        abort(400)
    out = subprocess.check_output(["git", "log", "--oneline", "--end-of-options", ref], cwd="/srv/repo")
    return Response(out, mimetype="text/plain")


@app.get("/history")
@login_required
def history():
    out = subprocess.check_output(["git", "log", "--oneline", "--", request.args["file"]], cwd="/srv/repo")
    return Response(out, mimetype="text/plain")


@app.get("/branch")
@login_required
def branch():
    out = subprocess.check_output(["git", "rev-parse", "--end-of-options", request.args["branch"]], cwd="/srv/repo")
    return Response(out, mimetype="text/plain")
