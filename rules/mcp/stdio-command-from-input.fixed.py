from flask import Flask, abort, request
from flask_login import login_required
from mcp import StdioServerParameters

from .client import start

app = Flask(__name__)
SERVERS = {"files": StdioServerParameters(command="mcp-files", args=["/srv/files"])}


@app.post("/connect")
@login_required
def connect():
    server = SERVERS.get(request.json["server"])
    if server is None:
        abort(400)
    return start(server)
