import flask
from flask import Flask, request
from flask_restful import reqparse
import glob
import linecache
import os
import shutil
import numpy as np
import pandas as pd
app = Flask(__name__)
parser = reqparse.RequestParser()

@app.route("/r0")
def bad_0():
    # ruleid: injection/path-traversal
    return flask.send_from_directory(request.args["dir"], "a.txt")

@app.route("/r1")
def bad_1():
    # ruleid: injection/path-traversal
    shutil.unpack_archive("in/" + request.args["f"], "out")

@app.route("/r2")
def bad_2():
    # ruleid: injection/path-traversal
    return linecache.getline("in/" + request.args["f"], 1)

@app.route("/r3")
def bad_3():
    # ruleid: injection/path-traversal
    np.load("in/" + request.args["f"])

@app.route("/r4")
def bad_4():
    # ruleid: injection/path-traversal
    pd.read_csv("in/" + request.args["f"])

@app.route("/r5")
def bad_5():
    # ruleid: injection/path-traversal
    glob.glob("in/" + request.args["f"])

@app.route("/r6")
def bad_6():
    # ruleid: injection/path-traversal
    os.chmod("in/" + request.args["f"], 0o600)

@app.route("/k0")
def good_0():
    # ok: injection/path-traversal
    return flask.send_from_directory("in", request.args["f"])

@app.route("/k1")
def good_1():
    # ok: injection/path-traversal
    shutil.unpack_archive("in/a.zip", "out")

@app.route("/k2")
def good_2():
    # ok: injection/path-traversal
    pd.read_csv(request.files["f"])

@app.route("/k3")
def good_3():
    # ok: injection/path-traversal
    np.load("in/" + os.path.basename(request.args["f"]))

@app.route("/k4")
def good_4():
    # ok: injection/path-traversal
    glob.glob("in/*.txt")


@app.route("/literal")
def literal():
    p = os.path.realpath(os.path.join("/data", request.args["f"]))
    if not p.startswith("/data/"):
        return "", 404
    # ok: injection/path-traversal
    return open(p).read()


@app.route("/sibling")
def sibling():
    p = os.path.realpath(os.path.join("/data", request.args["f"]))
    if not p.startswith("/data"):
        return "", 404
    # ruleid: injection/path-traversal
    return open(p).read()
