import os
from pathlib import Path

BASE_DIR = "/srv/documents"
UPLOADS = Path("/srv/uploads")


def read_document(name: str) -> str:
    path = os.path.join(BASE_DIR, name)
    # ruleid: injection/path-parameter
    with open(path, encoding="utf-8") as f:
        return f.read()


def read_upload(filename):
    # ruleid: injection/path-parameter
    return (UPLOADS / filename).read_bytes()


def remove(file_name):
    # ruleid: injection/path-parameter
    os.remove(f"{BASE_DIR}/{file_name}")


def save_note(title, body):
    # ruleid: injection/path-parameter
    (UPLOADS / f"{title}.md").write_text(body)


def save_user(username, body):
    # ruleid: injection/path-parameter
    with open(os.path.join(BASE_DIR, username + ".json"), "w") as f:
        f.write(body)


def checked(name):
    path = (UPLOADS / name).resolve()
    path.relative_to(UPLOADS)
    # ok: injection/path-parameter
    return path.read_bytes()


def common(name):
    path = os.path.realpath(os.path.join(BASE_DIR, name))
    if os.path.commonpath([BASE_DIR, path]) != BASE_DIR:
        raise ValueError(name)
    # ok: injection/path-parameter
    with open(path) as f:
        return f.read()


def last(filename):
    # ok: injection/path-parameter
    return (UPLOADS / os.path.basename(filename)).read_bytes()


def any_path(path):
    # ok: injection/path-parameter
    with open(path) as f:
        return f.read()
