from html import escape

from flask import Flask, jsonify, render_template, request

app = Flask(__name__)


@app.get("/hello")
def hello():
    return render_template("hello.html", name=request.args.get("name", ""))


@app.get("/hello.txt")
def hello_markup():
    name = escape(request.args.get("name", ""))
    return f"<h1>Hello {name}</h1>"


@app.get("/hello.json")
def hello_json():
    return jsonify(name=request.args.get("name", ""))
