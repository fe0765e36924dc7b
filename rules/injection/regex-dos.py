import re

from flask import Flask, request

app = Flask(__name__)
EMAIL = re.compile(r"^([a-zA-Z0-9]+)+@example\.com$")


@app.get("/search")
def search():
    # ruleid: injection/regex-dos
    pattern = re.compile(request.args["q"])
    return {"names": [name for name in NAMES if pattern.search(name)]}


@app.post("/subscribe")
def subscribe():
    # ruleid: injection/regex-dos
    if not EMAIL.match(request.form["email"]):
        return "", 400
    return "", 204


@app.post("/words")
def words():
    # ruleid: injection/regex-dos
    if not re.match(r"^(\w+\s?)*$", request.form["words"]):
        return "", 400
    return "", 204


@app.get("/search-escaped")
def search_escaped():
    # ok: injection/regex-dos
    pattern = re.compile(re.escape(request.args["q"]))
    return {"names": [name for name in NAMES if pattern.search(name)]}


@app.post("/slug")
def slug():
    # ok: injection/regex-dos
    return {"ok": bool(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", request.form["slug"]))}


def find(line):
    # ok: injection/regex-dos
    return re.compile("error: (.*)").search(line)
