import json

from bson import ObjectId
from flask import Flask, jsonify, request
from pymongo import MongoClient

app = Flask(__name__)
db = MongoClient().shop


@app.post("/login")
def login():
    data = request.get_json()
    # ruleid: injection/nosql-operator
    user = db.users.find_one({"email": data["email"], "password": data["password"]})
    return jsonify(ok=user is not None)


@app.post("/search")
def search():
    # ruleid: injection/nosql-operator
    return jsonify(list(db.products.find(request.json)))


@app.delete("/sessions")
def drop_sessions():
    body = json.loads(request.data)
    # ruleid: injection/nosql-operator
    db.sessions.delete_many({"user": body.get("user")})
    return "", 204


@app.post("/login-text")
def login_text():
    data = request.get_json()
    # ok: injection/nosql-operator
    user = db.users.find_one({"email": str(data["email"])})
    return jsonify(ok=user is not None)


@app.get("/users/<uid>")
def show(uid):
    # ok: injection/nosql-operator
    return jsonify(db.users.find_one({"_id": ObjectId(uid)}))


@app.get("/by-name")
def by_name():
    # ok: injection/nosql-operator
    return jsonify(db.users.find_one({"name": request.args.get("name")}))


@app.post("/checked")
def checked():
    email = request.get_json().get("email")
    if not isinstance(email, str):
        return "", 400
    # ok: injection/nosql-operator
    return jsonify(db.users.find_one({"email": email}))
