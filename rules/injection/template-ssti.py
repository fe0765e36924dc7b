import jinja2
from flask import render_template, render_template_string, request
from jinja2 import Environment, Template
from jinja2.sandbox import SandboxedEnvironment

env = Environment()
sandbox = SandboxedEnvironment()


@app.route("/hello")
def hello():
    name = request.args.get("name")
    # ruleid: injection/template-ssti
    a = render_template_string(f"<p>Hello {name}</p>")
    # ruleid: injection/template-ssti
    b = render_template_string("<p>Hello %s</p>" % name)
    # ruleid: injection/template-ssti
    c = Template("Hello " + name).render()
    # ruleid: injection/template-ssti
    d = env.from_string(request.form["template"]).render()
    # ruleid: injection/template-ssti
    e = jinja2.Environment().from_string(name).render()
    return a + b + c + d + e


@app.route("/fine")
def fine():
    name = request.args.get("name")
    # ok: injection/template-ssti
    a = render_template_string("<p>Hello {{ name }}</p>", name=name)
    # ok: injection/template-ssti
    b = render_template("hello.html", name=name)
    # ok: injection/template-ssti
    c = Template("Hello {{ name }}").render(name=name)
    # ok: injection/template-ssti
    d = env.get_template("hello.html").render(name=name)
    # ok: injection/template-ssti
    e = sandbox.from_string(name).render()
    # ok: injection/template-ssti
    f = string.Template(name)
    return a + b + c + d + e
