import json

import yaml
from flask import Flask, jsonify, request
from flask_login import login_required

app = Flask(__name__)


@app.post("/import")
@login_required
def load():
    data = json.loads(request.data)
    options = yaml.safe_load(request.form.get("options", ""))
    return jsonify(count=len(data), options=bool(options))
