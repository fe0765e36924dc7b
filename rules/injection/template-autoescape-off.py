import jinja2
from flask import Flask, render_template_string
from jinja2 import Environment, FileSystemLoader, select_autoescape

app = Flask(__name__)

# ruleid: injection/template-autoescape-off
env = Environment(loader=FileSystemLoader("templates"), autoescape=False)

# ruleid: injection/template-autoescape-off
pages = Environment(loader=FileSystemLoader("templates"))


def profile(user):
    return pages.get_template("profile.html").render(user=user)


@app.get("/comment")
def comment():
    # ruleid: injection/template-autoescape-off
    return render_template_string("<p>{{ text | safe }}</p>", text=load_comment())


# ruleid: injection/template-autoescape-off
app.jinja_env.autoescape = False

# ok: injection/template-autoescape-off
safe_env = Environment(loader=FileSystemLoader("templates"), autoescape=select_autoescape())

# ok: injection/template-autoescape-off
sql_env = jinja2.Environment(loader=FileSystemLoader("queries"), autoescape=False)


def build_query(table):
    # ok: injection/template-autoescape-off
    env = jinja2.Environment(loader=FileSystemLoader("queries"))
    return env.get_template("report.sql").render(table=table)


@app.get("/comment-escaped")
def comment_escaped():
    # ok: injection/template-autoescape-off
    return render_template_string("<p>{{ text }}</p>", text=load_comment())


@app.get("/article")
def article():
    # ok: injection/template-autoescape-off
    return render_template_string("<article>{{ body | safe }}</article>", body=nh3.clean(load_comment()))
