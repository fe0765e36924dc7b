from flask import Flask, render_template_string
from jinja2 import Environment, FileSystemLoader, select_autoescape

from comments import load_comment

app = Flask(__name__)
env = Environment(loader=FileSystemLoader("templates"), autoescape=select_autoescape())


def profile(user):
    return env.get_template("profile.html").render(user=user)


@app.get("/comment")
def comment():
    return render_template_string("<p>{{ text }}</p>", text=load_comment())
