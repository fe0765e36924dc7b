import flask
from flask import Flask, request
from flask_restful import reqparse
import ftplib
import socket
import httplib2
import requests
import urllib2
import urllib3
import wget
app = Flask(__name__)
parser = reqparse.RequestParser()

@app.route("/r0")
def bad_0():
    # ruleid: injection/ssrf
    requests.Session().get(request.args["u"])

@app.route("/r1")
def bad_1():
    session = requests.Session()
    # ruleid: injection/ssrf
    session.get(url=request.args["u"])

@app.route("/r2")
def bad_2():
    # ruleid: injection/ssrf
    urllib3.PoolManager().request("GET", request.args["u"])

@app.route("/r3")
def bad_3():
    http = urllib3.PoolManager()
    # ruleid: injection/ssrf
    http.urlopen("GET", request.args["u"])

@app.route("/r4")
def bad_4():
    # ruleid: injection/ssrf
    urllib2.urlopen(request.args["u"])

@app.route("/r5")
def bad_5():
    # ruleid: injection/ssrf
    socket.create_connection((request.args["h"], 80))

@app.route("/r6")
def bad_6():
    # ruleid: injection/ssrf
    httplib2.Http().request(request.args["u"])

@app.route("/r7")
def bad_7():
    # ruleid: injection/ssrf
    ftplib.FTP(request.args["h"])

@app.route("/r8")
def bad_8():
    # ruleid: injection/ssrf
    driver.get(request.args["u"])

@app.route("/r9")
def bad_9():
    # ruleid: injection/ssrf
    wget.download(request.args["u"])

@app.route("/r10")
def bad_10():
    # ruleid: injection/ssrf
    curl.setopt(curl.URL, request.args["u"])

@app.route("/k0")
def good_0():
    # ok: injection/ssrf
    requests.Session().get("https://api.example.com/", params={"q": request.args["q"]})

@app.route("/k1")
def good_1():
    # ok: injection/ssrf
    urllib3.PoolManager().request("GET", "https://api.example.com/")

@app.route("/k2")
def good_2():
    # ok: injection/ssrf
    socket.create_connection(("db.example.com", int(request.args["p"])))

@app.route("/k3")
def good_3():
    # ok: injection/ssrf
    cache.get(request.args["u"])

@app.route("/k4")
def good_4():
    # ok: injection/ssrf
    driver.get("https://example.com/")

@app.route("/k5")
def good_5():
    # ok: injection/ssrf
    curl.setopt(curl.USERAGENT, request.args["u"])
