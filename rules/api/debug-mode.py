import os

from fastapi import FastAPI
from flask import Flask
from werkzeug.serving import run_simple

app = Flask(__name__)

# ruleid: api/debug-mode
app.config["DEBUG"] = True

# ruleid: api/debug-mode
api = FastAPI(title="orders", debug=True)


def serve():
    # ruleid: api/debug-mode
    run_simple("0.0.0.0", 8000, app, use_debugger=True)


if __name__ == "__main__":
    # ruleid: api/debug-mode
    app.run(host="0.0.0.0", debug=True)
    # ok: api/debug-mode
    app.run(debug=True)


def serve_safely():
    # ok: api/debug-mode
    app.run(debug=os.environ.get("FLASK_DEBUG") == "1")
    # ok: api/debug-mode
    app.run(host="127.0.0.1", port=8000)


# ok: api/debug-mode
public = FastAPI(title="orders")

if os.environ.get("FLASK_DEBUG") == "1":
    # ok: api/debug-mode
    app.config["DEBUG"] = True
