import flask
from flask import Flask, request
from flask_restful import reqparse
from aiohttp import web
from flask import Response
app = Flask(__name__)
parser = reqparse.RequestParser()

@app.route("/r0")
def bad_0():
    # ruleid: injection/open-redirect
    raise web.HTTPFound(request.args["u"])

@app.route("/r1")
def bad_1():
    # ruleid: injection/open-redirect
    return Response(status=302, headers={"Location": request.args["u"]})

@app.route("/r2")
def bad_2():
    # ruleid: injection/open-redirect
    raise web.HTTPSeeOther(request.args["u"])

@app.route("/k0")
def good_0():
    # ok: injection/open-redirect
    raise web.HTTPFound("/home")

@app.route("/k1")
def good_1():
    # ok: injection/open-redirect
    return Response(headers={"X-Trace": request.args["t"]})

@app.route("/k2")
def good_2():
    # ok: injection/open-redirect
    raise web.HTTPNotFound()
