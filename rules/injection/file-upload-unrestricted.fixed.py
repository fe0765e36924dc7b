import uuid
from pathlib import Path

from flask import Flask, abort, request
from flask_login import login_required

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 5_000_000
ALLOWED_EXTENSIONS = {".png", ".jpg"}
UPLOADS = Path("/srv/uploads")


@app.post("/upload")
@login_required
def upload():
    file = request.files["file"]
    if Path(file.filename).suffix.lower() not in ALLOWED_EXTENSIONS:
        abort(415)
    name = f"{uuid.uuid4()}{Path(file.filename).suffix.lower()}"
    file.save(UPLOADS / name)
    return {"name": name}, 201
