from flask import Flask, jsonify
from flask_login import current_user, login_required

app = Flask(__name__)


@app.get("/me")
@login_required
def me():
    return jsonify({"id": current_user.id, "email": current_user.email})
