from flask import Flask, render_template_string, request
from jinja2 import Environment, select_autoescape

app = Flask(__name__)
env = Environment(autoescape=select_autoescape(default=True))
GREETING = env.from_string("<p>Hello {{ name }}</p>")


@app.get("/hello")
def hello():
    return render_template_string("<p>Hello {{ name }}</p>", name=request.args.get("name", ""))


@app.get("/greeting")
def greeting():
    return GREETING.render(name=request.args.get("name", ""))
