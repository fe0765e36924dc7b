import flask
from flask import Flask, request
from flask_restful import reqparse
import tornado.template
from bottle import SimpleTemplate, template
app = Flask(__name__)
parser = reqparse.RequestParser()

@app.route("/r0")
def bad_0():
    # ruleid: injection/template-ssti
    return tornado.template.Template(request.args["t"]).generate()

@app.route("/r1")
def bad_1():
    # ruleid: injection/template-ssti
    return template(request.args["t"])

@app.route("/r2")
def bad_2():
    # ruleid: injection/template-ssti
    return SimpleTemplate("Hi " + request.args["n"]).render()

@app.route("/k0")
def good_0():
    # ok: injection/template-ssti
    return tornado.template.Template("Hi {{ n }}").generate(n=request.args["n"])

@app.route("/k1")
def good_1():
    # ok: injection/template-ssti
    return template("hello", name=request.args["n"])

@app.route("/k2")
def good_2():
    # ok: injection/template-ssti
    return SimpleTemplate("Hi {{n}}").render(n=request.args["n"])
