import os

import jwt
from flask import Flask, abort, jsonify, request

from .models import Order

app = Flask(__name__)
key = os.environ["JWT_SECRET"]


@app.get("/orders")
def orders():
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    try:
        payload = jwt.decode(token, key, algorithms=["HS256"])
    except jwt.InvalidTokenError:
        abort(401)
    return jsonify([order.id for order in Order.query.filter_by(user_id=payload["sub"])])
