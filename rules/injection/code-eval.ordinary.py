import flask
from flask import Flask, request
from flask_restful import reqparse
import numexpr as ne
import pandas as pd
import sympy
app = Flask(__name__)
parser = reqparse.RequestParser()

@app.route("/r0")
def bad_0():
    # ruleid: injection/code-eval
    pd.eval(request.args["x"])

@app.route("/r1")
def bad_1():
    # ruleid: injection/code-eval
    df.query(request.args["q"])

@app.route("/r2")
def bad_2():
    # ruleid: injection/code-eval
    ne.evaluate(request.args["x"])

@app.route("/r3")
def bad_3():
    # ruleid: injection/code-eval
    sympy.sympify(request.args["x"])

@app.route("/k0")
def good_0():
    # ok: injection/code-eval
    df.query("a > 1")

@app.route("/k1")
def good_1():
    # ok: injection/code-eval
    db.query(request.args["q"])

@app.route("/k2")
def good_2():
    # ok: injection/code-eval
    ne.evaluate("a + b")

@app.route("/k3")
def good_3():
    # ok: injection/code-eval
    pd.eval("a + b")
