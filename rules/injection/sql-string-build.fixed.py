from flask import Flask, request, jsonify
from flask_login import login_required, current_user
from db import connection

app = Flask(__name__)


@app.get("/orders")
@login_required
def orders():
    with connection() as conn:
        cursor = conn.cursor()
        cursor.execute("SELECT id, total FROM orders WHERE id = %s AND user_id = %s", (request.args["id"], current_user.id))
        return jsonify(cursor.fetchall())
