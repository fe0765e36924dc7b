import os
import re
import shutil
from pathlib import Path

from django.http import FileResponse as DjangoFile, HttpResponse
from fastapi import FastAPI, HTTPException, UploadFile
from fastapi.responses import FileResponse
from flask import Flask, abort, request, send_file, send_from_directory
from werkzeug.utils import safe_join, secure_filename

app = Flask(__name__)
api = FastAPI()
UPLOADS = "/srv/uploads"
ROOT = Path("/srv/uploads").resolve()
REPORTS = {"daily": "daily.csv", "weekly": "weekly.csv"}


@app.route("/download")
def download():
    name = request.args.get("name")
    path = os.path.join(UPLOADS, name)
    # ruleid: injection/path-traversal
    return send_file(path)


@app.route("/read")
def read():
    # ruleid: injection/path-traversal
    with open(f"{UPLOADS}/{request.args['file']}") as handle:
        return handle.read()


@app.route("/safe")
def safe():
    name = secure_filename(request.args["name"])
    # ok: injection/path-traversal
    return send_file(os.path.join(UPLOADS, name))


@app.route("/joined")
def joined():
    path = safe_join(UPLOADS, request.args["name"])
    if path is None:
        abort(404)
    # ok: injection/path-traversal
    return send_file(path)


@app.route("/directory/<path:name>")
def directory(name):
    # ok: injection/path-traversal
    return send_from_directory(UPLOADS, name)


@app.route("/view/<path:name>")
def view(name):
    # ruleid: injection/path-traversal
    return Path(UPLOADS, name).read_text()


@app.route("/report")
def report():
    name = REPORTS.get(request.args.get("kind"))
    # ok: injection/path-traversal
    return send_file(os.path.join(UPLOADS, name))


@app.route("/item/<int:item_id>")
def item(item_id):
    # ok: injection/path-traversal
    return send_file(f"/srv/items/{item_id}.json")


@app.route("/upload", methods=["POST"])
def upload():
    file = request.files["file"]
    # ruleid: injection/path-traversal
    file.save(os.path.join(UPLOADS, file.filename))
    # ok: injection/path-traversal
    file.save(os.path.join(UPLOADS, secure_filename(file.filename)))
    return "done"


@api.get("/files/{name}")
async def get_file(name: str):
    # ruleid: injection/path-traversal
    return FileResponse(f"/srv/files/{name}")


@api.get("/inside/{name}")
async def get_inside(name: str):
    target = (ROOT / name).resolve()
    if not target.is_relative_to(ROOT):
        raise HTTPException(404)
    # ok: injection/path-traversal
    return FileResponse(target)


@api.get("/common/{name}")
async def get_common(name: str):
    target = os.path.realpath(os.path.join(UPLOADS, name))
    if os.path.commonpath([UPLOADS, target]) != UPLOADS:
        raise HTTPException(404)
    # ok: injection/path-traversal
    return FileResponse(target)


@api.get("/prefix/{name}")
async def get_prefix(name: str):
    target = os.path.realpath(os.path.join(UPLOADS, name))
    if not target.startswith(UPLOADS + os.sep):
        raise HTTPException(404)
    # ok: injection/path-traversal
    with open(target) as handle:
        return handle.read()


@api.get("/loose/{name}")
async def get_loose(name: str):
    target = os.path.abspath(os.path.join(UPLOADS, name))
    if not target.startswith(UPLOADS):
        raise HTTPException(404)
    # ruleid: injection/path-traversal
    with open(target) as handle:
        return handle.read()


@api.get("/number/{number}")
async def get_number(number: int):
    # ok: injection/path-traversal
    return FileResponse(f"/srv/files/{number}.txt")


@api.get("/named/{name}")
async def get_named(name: str):
    if not re.fullmatch(r"[a-z0-9_-]+", name):
        raise HTTPException(400)
    # ok: injection/path-traversal
    return FileResponse(f"/srv/files/{name}.txt")


@api.post("/uploads")
async def create_upload(file: UploadFile):
    # ruleid: injection/path-traversal
    with open(f"uploads/{file.filename}", "wb") as target:
        shutil.copyfileobj(file.file, target)
    return {"ok": True}


def document(request, filename):
    # ruleid: injection/path-traversal
    return DjangoFile(open(os.path.join("/srv/docs", filename), "rb"))


def remove(request):
    target = os.path.join("/srv/docs", request.POST["name"])
    # ruleid: injection/path-traversal
    os.remove(target)
    return HttpResponse(status=204)


def attachment(request, pk):
    record = Attachment.objects.get(pk=pk)
    # ok: injection/path-traversal
    return DjangoFile(open(record.file.path, "rb"))


def load(path):
    # ok: injection/path-traversal
    with open(path) as handle:
        return handle.read()
