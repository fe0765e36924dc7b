import importlib

from flask import Flask, abort, request

import reports

app = Flask(__name__)
ACTIONS = {"sum": reports.total, "mean": reports.mean}


@app.post("/rpc")
def rpc():
    # ruleid: injection/unsafe-reflection
    return {"result": getattr(reports, request.json["method"])()}


@app.post("/call")
def call():
    name = request.json["function"]
    # ruleid: injection/unsafe-reflection
    return {"result": globals()[name]()}


@app.get("/plugin")
def plugin():
    # ruleid: injection/unsafe-reflection
    module = importlib.import_module(request.args["name"])
    return module.run()


@app.post("/rpc-map")
def rpc_map():
    name = request.json["method"]
    if name not in ACTIONS:
        abort(400)
    # ok: injection/unsafe-reflection
    return {"result": ACTIONS[name]()}


@app.get("/field")
def field():
    # ok: injection/unsafe-reflection
    return {"value": getattr(reports, "title")()}


@app.get("/plugin-listed")
def plugin_listed():
    name = request.args["name"]
    if name not in {"csv", "json"}:
        abort(400)
    # ok: injection/unsafe-reflection
    return importlib.import_module(f"exporters.{name}").run()


class Actions(View):
    def post(self, request):
        name = "do_%s" % request.POST["action"].lower()
        # ok: injection/unsafe-reflection
        return getattr(self, name)()
