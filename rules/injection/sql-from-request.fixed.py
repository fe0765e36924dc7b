from flask import Flask, abort, jsonify, request
from flask_login import current_user, login_required

app = Flask(__name__)
STATEMENTS = {"order": "SELECT id, total FROM orders WHERE id = %s AND owner = %s"}


@app.post("/reports")
@login_required
def report():
    name = request.json["name"]
    if name not in STATEMENTS:
        abort(400)
    cursor = connection.cursor()
    cursor.execute(STATEMENTS[name], (int(request.json["id"]), current_user.id))
    return jsonify(cursor.fetchall())
