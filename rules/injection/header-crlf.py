from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, unquote, urlparse


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        query = parse_qs(urlparse(self.path).query)
        lang = unquote(query.get("lang", ["en"])[0])
        self.send_response(200)
        # ruleid: injection/header-crlf
        self.send_header("X-Language", lang)
        clean = lang.replace("\r", "").replace("\n", "")
        # ok: injection/header-crlf
        self.send_header("X-Language", clean)
        # ok: injection/header-crlf
        self.send_header("Content-Type", "text/plain")


def app(environ, start_response):
    name = unquote(environ["QUERY_STRING"])
    # ruleid: injection/header-crlf
    start_response("200 OK", [("X-Name", name)])
    return [b"ok"]


def listed(environ, start_response):
    name = unquote(environ["QUERY_STRING"])
    if name not in ("de", "en"):
        name = "en"
    # ok: injection/header-crlf
    start_response("200 OK", [("X-Name", name)])
    return [b"ok"]
