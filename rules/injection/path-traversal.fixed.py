from flask import Flask, send_from_directory
from flask_login import login_required

app = Flask(__name__)


@app.get("/files/<path:name>")
@login_required
def files(name):
    return send_from_directory("uploads", name)
