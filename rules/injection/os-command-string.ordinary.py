import flask
from flask import Flask, request
from flask_restful import reqparse
import argparse
import os
import pexpect
import shlex
import subprocess
from fabric import Connection
app = Flask(__name__)
parser = reqparse.RequestParser()

@app.route("/r0")
def bad_0():
    # ruleid: injection/os-command-string
    os.system("ls " + request.path)

@app.route("/r1")
def bad_1():
    # ruleid: injection/os-command-string
    os.system("ls " + request.referrer)

@app.route("/r2")
def bad_2():
    args = parser.parse_args()
    # ruleid: injection/os-command-string
    os.system("ls " + args["dir"])

@app.route("/r3")
def bad_3():
    # ruleid: injection/os-command-string
    os.system("ls " + form.name.data)

@app.route("/r4")
def bad_4():
    # ruleid: injection/os-command-string
    os.system("ls " + form.cleaned_data["name"])

@app.route("/r5")
def bad_5():
    # ruleid: injection/os-command-string
    pexpect.spawn("ls " + request.args.get("dir"))

@app.route("/r6")
def bad_6():
    # ruleid: injection/os-command-string
    subprocess.run(request.args.get("cmd").split())

@app.route("/r7")
def bad_7():
    # ruleid: injection/os-command-string
    subprocess.Popen([request.args["cmd"]])

@app.route("/r8")
def bad_8():
    # ruleid: injection/os-command-string
    os.execvp(request.args["cmd"], ["x"])

@app.route("/r9")
def bad_9():
    connection = Connection("host")
    # ruleid: injection/os-command-string
    connection.run("ls " + request.args["dir"])

@app.route("/r10")
def bad_10():
    # ruleid: injection/os-command-string
    os.system("ls " + conn.recv(100).decode())

@app.route("/k0")
def good_0():
    # ok: injection/os-command-string
    os.system("uptime")

@app.route("/k1")
def good_1():
    args = argparse.ArgumentParser().parse_args()
    # ok: injection/os-command-string
    subprocess.run(["ls", args.folder])

@app.route("/k2")
def good_2():
    # ok: injection/os-command-string
    subprocess.run(["ls", request.args["dir"]])

@app.route("/k3")
def good_3():
    # ok: injection/os-command-string
    pexpect.spawn("ls", [request.args["dir"]])

@app.route("/k4")
def good_4():
    # ok: injection/os-command-string
    subprocess.run([COMMANDS[request.args["cmd"]], "-l"])

@app.route("/k5")
def good_5():
    # ok: injection/os-command-string
    os.system("ls " + shlex.quote(form.name.data))

@app.route("/k6")
def good_6():
    # ok: injection/os-command-string
    pool.run(request.args["job"])
