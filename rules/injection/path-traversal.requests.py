import cgi
import os
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs

from django.http import FileResponse, HttpRequest
from django.views import View


class Pages(BaseHTTPRequestHandler):
    def do_GET(self):
        # ruleid: injection/path-traversal
        self.wfile.write(open("/srv/pages" + self.path, "rb").read())

    def do_POST(self):
        name = self.rfile.read(int(self.headers["Content-Length"])).decode()
        # ruleid: injection/path-traversal
        self.wfile.write(open("/srv/pages/" + name, "rb").read())


class Loader:
    def load(self):
        # ok: injection/path-traversal
        return open("/srv/pages" + self.path, "rb").read()


def pages(environ, start_response):
    start_response("200 OK", [])
    page = parse_qs(environ["QUERY_STRING"])["page"][0]
    # ruleid: injection/path-traversal
    return [open("/srv/pages/" + page, "rb").read()]


def settings(environ):
    # ok: injection/path-traversal
    return open("/srv/settings/" + environ["STAGE"], "rb").read()


def script():
    form = cgi.FieldStorage()
    # ruleid: injection/path-traversal
    return open("/srv/pages/" + form.getvalue("page")).read()


def document(call: HttpRequest):
    # ruleid: injection/path-traversal
    return FileResponse(open("/srv/docs/" + call.GET["name"], "rb"))


def first(call):
    # ruleid: injection/path-traversal
    return FileResponse(open("/srv/docs/" + call.POST["name"], "rb"))


class Document(View):
    def get(self, request, *args, **kwargs):
        # ruleid: injection/path-traversal
        return FileResponse(open("/srv/docs/" + self.kwargs["name"], "rb"))

    def post(self, request, *args, **kwargs):
        # ruleid: injection/path-traversal
        return FileResponse(open("/srv/docs/" + kwargs["name"], "rb"))

    def put(self, request, *args, **kwargs):
        # ok: injection/path-traversal
        return FileResponse(open(f"/srv/docs/{kwargs['pk']}.pdf", "rb"))


@app.post("/upload")
def upload():
    sent = request.files["picture"]
    # ruleid: injection/path-traversal
    sent.save("/srv/uploads/" + sent.filename)


@app.post("/form")
def form():
    record = Record(request.form["title"])
    # ok: injection/path-traversal
    record.save("/srv/" + record.title)


async def posted(request):
    data = await request.post()
    # ruleid: injection/path-traversal
    return web.Response(body=open("/srv/docs/" + data["name"], "rb").read())
