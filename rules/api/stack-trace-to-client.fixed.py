import uuid

from flask import Flask, jsonify

from .report import build

app = Flask(__name__)


@app.route("/report")
def report():
    try:
        return jsonify(build())
    except Exception:
        error_id = str(uuid.uuid4())
        app.logger.exception("report failed %s", error_id)
        return jsonify(error="internal error", id=error_id), 500


@app.errorhandler(500)
def failed(error):
    error_id = str(uuid.uuid4())
    app.logger.exception("request failed %s", error_id)
    return jsonify(error="internal error", id=error_id), 500
