import html

from django.http import HttpResponse, JsonResponse
from django.utils.safestring import mark_safe
from fastapi.responses import HTMLResponse
from flask import Flask, make_response, render_template, request
from markupsafe import Markup, escape

app = Flask(__name__)


@app.route("/hello")
def hello():
    name = request.args.get("name", "")
    # ruleid: injection/reflected-html
    return f"<p>Hello {name}</p>"


@app.route("/search")
def search():
    # ruleid: injection/reflected-html
    return "<h1>Results for " + request.args["q"] + "</h1>"


@app.route("/user/<name>")
def user(name):
    # ruleid: injection/reflected-html
    return make_response("<b>%s</b>" % name, 200)


def greet(request):
    # ruleid: injection/reflected-html
    return HttpResponse("<p>Hello {}</p>".format(request.GET["name"]))


def badge(request):
    # ruleid: injection/reflected-html
    label = mark_safe(f"<span>{request.GET['label']}</span>")
    return render(request, "badge.html", {"label": label})


@api.get("/page", response_class=HTMLResponse)
async def page(title: str):
    # ruleid: injection/reflected-html
    return HTMLResponse(f"<title>{title}</title>")


@app.route("/ok1")
def ok1():
    # ok: injection/reflected-html
    return f"<p>Hello {html.escape(request.args['name'])}</p>"


@app.route("/ok2")
def ok2():
    # ok: injection/reflected-html
    return render_template("hello.html", name=request.args["name"])


@app.route("/ok3")
def ok3():
    # ok: injection/reflected-html
    return {"name": request.args["name"]}


@app.route("/ok4/<int:number>")
def ok4(number):
    # ok: injection/reflected-html
    return f"<p>{number}</p>"


def ok5(request):
    # ok: injection/reflected-html
    return JsonResponse({"name": request.GET["name"]})


@app.route("/ok6")
def ok6():
    # ok: injection/reflected-html
    return "<b>%s</b>" % escape(request.args["name"])


def ok7(request):
    # ok: injection/reflected-html
    return HttpResponse(f"Hello {request.GET['name']}", content_type="text/plain")


@register.filter
def highlight(text, term):
    # ruleid: injection/reflected-html
    return mark_safe(text.replace(term, f"<mark>{term}</mark>"))


@register.filter
def emphasize(text):
    # ok: injection/reflected-html
    return format_html("<em>{}</em>", text)


@app.get("/search", response_class=HTMLResponse)
def search_page(q: str = ""):
    # ruleid: injection/reflected-html
    return f"<h1>Results for {q}</h1>"


@app.get("/search-escaped", response_class=HTMLResponse)
def search_page_escaped(q: str = ""):
    # ok: injection/reflected-html
    return f"<h1>Results for {html.escape(q)}</h1>"


@register.filter
def add_class(field, css_class):
    # ok: injection/reflected-html
    return mark_safe(str(field).replace(">", ' class="%s">' % css_class, 1))


@register.simple_tag
def hook_output(hook_name):
    # ok: injection/reflected-html
    return mark_safe("".join(hook() for hook in hooks_of(hook_name)))


@app.get("/themes/<name>/preview")
def theme_preview(name):
    path = (ROOT / name / f"{request.args.get('variant')}.png").resolve()
    # ok: injection/reflected-html
    return send_file(path)


def greeting(request):
    # ruleid: injection/reflected-html
    return render(request, "greeting.html", {"name": mark_safe(request.GET["name"])})


def farewell(request):
    # ok: injection/reflected-html
    return HttpResponse(render_to_string("farewell.html", {"name": request.GET["name"]}))
