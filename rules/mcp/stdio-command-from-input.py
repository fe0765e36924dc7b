from fastapi import FastAPI
from flask import Flask, request
from mcp import StdioServerParameters

app = Flask(__name__)
SERVERS = {"files": StdioServerParameters(command="mcp-files", args=[])}


@app.post("/connect")
def connect():
    # ruleid: mcp/stdio-command-from-input
    return start(StdioServerParameters(command=request.json["command"], args=[]))


@app.post("/test")
def test_server():
    body = request.get_json()
    # ruleid: mcp/stdio-command-from-input
    return start(StdioServerParameters(command="npx", args=body["args"]))


@app.post("/import")
def import_server():
    # ruleid: mcp/stdio-command-from-input
    return start(StdioServerParameters(**request.get_json()))


@app.post("/connect-listed")
def connect_listed():
    # ok: mcp/stdio-command-from-input
    return start(SERVERS[request.json["server"]])


def fixed():
    # ok: mcp/stdio-command-from-input
    return start(StdioServerParameters(command="mcp-files", args=["/srv"]))


def local(settings):
    # ok: mcp/stdio-command-from-input
    return start(StdioServerParameters(command=settings.command, args=settings.args))
