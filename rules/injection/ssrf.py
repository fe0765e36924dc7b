import ipaddress
import socket
from urllib.parse import quote, urlparse
from urllib.request import urlopen

import aiohttp
import httpx
import requests
from django.http import JsonResponse
from fastapi import FastAPI, HTTPException
from flask import Flask, abort, jsonify, request
from pydantic import BaseModel, HttpUrl

app = Flask(__name__)
api = FastAPI()
API_URL = "https://api.example.com"
ALLOWED_HOSTS = {"images.example.com", "cdn.example.com"}
FEEDS = {"news": "https://news.example.com/rss"}


class Preview(BaseModel):
    url: HttpUrl


@app.route("/fetch")
def fetch():
    url = request.args.get("url")
    # ruleid: injection/ssrf
    response = requests.get(url, timeout=5)
    return response.text


@app.route("/import", methods=["POST"])
def import_data():
    # ruleid: injection/ssrf
    return urlopen(request.json["url"]).read()


@app.route("/tenant")
def tenant():
    # ruleid: injection/ssrf
    return requests.get(f"https://{request.args['tenant']}.example.com/status").json()


@app.route("/users/<name>")
def user(name):
    # ok: injection/ssrf
    first = requests.get(f"https://api.example.com/users/{name}")
    # ok: injection/ssrf
    second = requests.get(f"{API_URL}/users/{name}?full={request.args.get('full')}")
    # ok: injection/ssrf
    third = requests.get("https://api.example.com/users/%s" % name)
    # ok: injection/ssrf
    fourth = requests.get("https://api.example.com/users/{}".format(quote(name)))
    # ok: injection/ssrf
    fifth = requests.get(API_URL + "/users/" + name)
    # ok: injection/ssrf
    sixth = requests.get(API_URL, params={"q": name})
    # ok: injection/ssrf
    seventh = requests.post(f"{API_URL}/users", json=request.json)
    return jsonify([r.json() for r in (first, second, third, fourth, fifth, sixth, seventh)])


@app.route("/allowed")
def allowed():
    url = request.args.get("url", "")
    parsed = urlparse(url)
    if parsed.scheme != "https" or parsed.hostname not in ALLOWED_HOSTS:
        abort(400)
    # ok: injection/ssrf
    return requests.get(url, allow_redirects=False, timeout=5).text


@app.route("/feed")
def feed():
    # ok: injection/ssrf
    return requests.get(FEEDS[request.args["name"]]).text


@api.post("/preview")
async def preview(body: Preview):
    async with httpx.AsyncClient() as client:
        # ruleid: injection/ssrf
        response = await client.get(str(body.url))
    return response.text


@api.get("/proxy")
async def proxy(target: str):
    async with aiohttp.ClientSession() as session:
        # ruleid: injection/ssrf
        async with session.get(target) as response:
            return await response.text()


@api.get("/proxy-allowed")
async def proxy_allowed(target: str):
    if urlparse(target).hostname not in ALLOWED_HOSTS:
        raise HTTPException(400)
    async with aiohttp.ClientSession() as session:
        # ok: injection/ssrf
        async with session.get(target) as response:
            return await response.text()


@api.get("/checked")
async def checked(url: str):
    validate_public_url(url)
    # ok: injection/ssrf
    return httpx.get(url).text


def resolve(url):
    host = urlparse(url).hostname
    address = ipaddress.ip_address(socket.gethostbyname(host))
    if address.is_private or address.is_loopback:
        raise ValueError(url)
    return url


def avatar(request):
    # ruleid: injection/ssrf
    response = requests.get(request.POST["avatar_url"])
    return JsonResponse({"size": len(response.content)})


def hook(request, pk):
    target = Webhook.objects.get(pk=pk)
    # ok: injection/ssrf
    requests.post(target.url, json={"ok": True})
    return JsonResponse({})


def download(address):
    # ruleid: injection/ssrf
    return requests.get(address).content


@app.route("/download")
def download_view():
    return download(request.args["address"])


def cli(url):
    # ok: injection/ssrf
    return requests.get(url).text


@app.route("/image")
def image():
    url = request.args["src"]
    if not urlparse(url).netloc.endswith("example.com"):
        abort(400)
    # ruleid: injection/ssrf
    return requests.get(url, timeout=5).content


@app.route("/image-of-a-subdomain")
def image_of_a_subdomain():
    url = request.args["src"]
    host = urlparse(url).hostname or ""
    if host != "example.com" and not host.endswith(".example.com"):
        abort(400)
    # ok: injection/ssrf
    return requests.get(url, timeout=5).content


@app.get("/probe")
def probe():
    # ruleid: injection/ssrf
    connection = http.client.HTTPConnection(request.args["host"])
    connection.request("GET", request.args["path"])
    return connection.getresponse().read()
