import re
import subprocess

from flask import Flask, abort, request

app = Flask(__name__)


@app.get("/log")
def log():
    # ruleid: injection/os-argument-injection
    return subprocess.check_output(["git", "log", request.args["ref"]])


@app.post("/clone")
def clone():
    url = request.json["url"]
    # ruleid: injection/os-argument-injection
    subprocess.run(["git", "clone", url, "/srv/repos/new"], check=True)
    return "", 204


@app.post("/archive")
def archive():
    # ruleid: injection/os-argument-injection
    subprocess.run(["tar", "czf", "/tmp/out.tgz", request.form["folder"]], check=True)
    return "", 204


@app.get("/log-safe")
def log_safe():
    # ok: injection/os-argument-injection
    return subprocess.check_output(["git", "log", "--", request.args["file"]])


@app.get("/show")
def show():
    ref = request.args["ref"]
    if not re.fullmatch(r"[\w.][\w./-]*", ref):
        abort(400)
    # ok: injection/os-argument-injection
    return subprocess.check_output(["git", "show", ref])


@app.get("/count")
def count():
    # ok: injection/os-argument-injection
    return subprocess.check_output(["git", "log", "-n", str(int(request.args["n"]))])


@app.post("/mirror")
def mirror():
    command = ["git", "clone", "--mirror", request.json["url"], "/srv/mirror"]
    # ruleid: injection/os-argument-injection
    subprocess.run(command, check=True)
    return "", 204


@app.post("/mirror-safe")
def mirror_safe():
    command = ["git", "clone", "--mirror", "--", request.json["url"], "/srv/mirror"]
    # ok: injection/os-argument-injection
    subprocess.run(command, check=True)
    return "", 204


@app.get("/rev")
def rev():
    # ok: injection/os-argument-injection
    return subprocess.check_output(["git", "rev-parse", "--end-of-options", request.args["ref"]])


@app.post("/transcode")
def transcode():
    source = os.path.basename(request.form["source"])
    preset = request.form["preset"]
    # ok: injection/os-argument-injection
    subprocess.call(["ffmpeg", "-i", os.path.join("/media", source), "-preset", preset, "/media/out.mp4"])
    # ruleid: injection/os-argument-injection
    subprocess.call(["ffmpeg", preset, "/media/out.mp4"])
    return "", 204
