from flask import Flask, jsonify

app = Flask(__name__)


@app.get("/me")
def me():
    u = load()
    # ruleid: data/sensitive-field-in-response
    return jsonify({"id": u.id, "password_hash": u.password_hash})


@app.get("/fast")
def fast():
    u = load()
    # ruleid: data/sensitive-field-in-response
    return {"id": u.id, "password": u["password"]}


@app.get("/named")
def named():
    u = load()
    # ruleid: data/sensitive-field-in-response
    return jsonify(id=u.id, password=u.hashed_password)


@app.get("/safe")
def safe():
    u = load()
    # ok: data/sensitive-field-in-response
    return jsonify({"id": u.id, "email": u.email, "has_password": u.has_password})


def to_row(u):
    # ok: data/sensitive-field-in-response
    return {"id": u.id, "password_hash": u.password_hash}


@app.get("/given")
def given():
    u = load()
    # ok: data/sensitive-field-in-response
    return jsonify(id=u.id, password_changed_at=u.password_changed_at)
