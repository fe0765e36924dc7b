import flask
from flask import Flask, request
from flask_restful import reqparse
from django.utils.safestring import SafeString
from flask import jsonify
from markupsafe import escape
from sanic.response import html
app = Flask(__name__)
parser = reqparse.RequestParser()

@app.route("/r0")
def bad_0():
    # ruleid: injection/reflected-html
    return request.args.get("name")

@app.route("/r1")
def bad_1():
    name = request.args.get("name")
    # ruleid: injection/reflected-html
    return name

@app.route("/r2")
def bad_2():
    # ruleid: injection/reflected-html
    return SafeString(request.args["name"])

@app.route("/r3")
def bad_3():
    # ruleid: injection/reflected-html
    return html("<p>" + request.args["name"])

@app.route("/k0")
def good_0():
    # ok: injection/reflected-html
    return escape(request.args.get("name"))

@app.route("/k1")
def good_1():
    name = request.args.get("name")
    # ok: injection/reflected-html
    return {"name": name}

@app.route("/k2")
def good_2():
    # ok: injection/reflected-html
    return SafeString("<b>Hi</b>")

@app.route("/k3")
def good_3():
    # ok: injection/reflected-html
    return jsonify(request.args.get("name"))

@app.route("/k4")
def good_4():
    name = int(request.args.get("name"))
    # ok: injection/reflected-html
    return str(name)
