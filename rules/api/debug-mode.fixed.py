import os

from fastapi import FastAPI
from flask import Flask

app = Flask(__name__)
app.config["DEBUG"] = os.environ.get("FLASK_DEBUG") == "1"
api = FastAPI(title="orders")
DEBUG = os.environ.get("DJANGO_DEBUG") == "1"

if __name__ == "__main__":
    app.run(debug=os.environ.get("FLASK_DEBUG") == "1")
