from flask import Flask, jsonify, request
from flask_login import current_user, login_required
from pymongo import MongoClient

app = Flask(__name__)
db = MongoClient().shop


@app.post("/orders/search")
@login_required
def search():
    data = request.get_json()
    rows = db.orders.find({"owner": current_user.id, "state": str(data["state"])}, {"_id": 0, "total": 1})
    return jsonify(list(rows))
