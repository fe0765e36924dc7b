import os
import shutil
import uuid
from pathlib import Path

from fastapi import FastAPI, UploadFile
from flask import Flask, request
from werkzeug.utils import secure_filename

app = Flask(__name__)
api = FastAPI()
ALLOWED_EXTENSIONS = {".png", ".jpg"}


@app.post("/upload")
def upload():
    file = request.files["file"]
    # ruleid: injection/file-upload-unrestricted
    file.save(os.path.join("uploads", file.filename))
    return "", 204


@app.post("/avatar")
def avatar():
    name = secure_filename(request.files["avatar"].filename)
    # ruleid: injection/file-upload-unrestricted
    request.files["avatar"].save(os.path.join("static", name))
    return "", 204


@api.post("/files")
async def store(file: UploadFile):
    with open(Path("public") / os.path.basename(file.filename), "wb") as out:
        # ruleid: injection/file-upload-unrestricted
        shutil.copyfileobj(file.file, out)
    return {"name": file.filename}


@app.post("/image")
def image():
    file = request.files["file"]
    suffix = Path(file.filename).suffix.lower()
    if suffix not in ALLOWED_EXTENSIONS:
        return "", 415
    # ok: injection/file-upload-unrestricted
    file.save(os.path.join("uploads", f"{uuid.uuid4()}{suffix}"))
    return "", 204


@api.post("/images")
async def store_image(file: UploadFile):
    if file.content_type not in {"image/png", "image/jpeg"}:
        return {"error": "type"}
    with open(Path("uploads") / str(uuid.uuid4()), "wb") as out:
        # ok: injection/file-upload-unrestricted
        shutil.copyfileobj(file.file, out)
    return {"name": file.filename}


def export(document):
    # ok: injection/file-upload-unrestricted
    document.save("report.docx")


@app.post("/kept")
def kept():
    file = request.files["file"]
    # A name that the server cleaned, in a folder that is not served.
    # ok: injection/file-upload-unrestricted
    file.save(os.path.join("/srv/uploads", secure_filename(file.filename)))
    return "", 204


@app.post("/import")
def imported():
    upload = request.files["archive"]
    with tempfile.TemporaryDirectory() as folder:
        # ok: injection/file-upload-unrestricted
        upload.save(os.path.join(folder, "upload.tar"))
    return "", 204
