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
    file.save(os.path.join("uploads", secure_filename(file.filename)))
    return "", 204


@app.post("/avatar")
def avatar():
    name = secure_filename(request.files["avatar"].filename)
    # ruleid: injection/file-upload-unrestricted
    request.files["avatar"].save(os.path.join("static", name))
    return "", 204


@api.post("/files")
async def store(file: UploadFile):
    with open(Path("uploads") / os.path.basename(file.filename), "wb") as out:
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
