import os
import tempfile


def save(content):
    # ruleid: data/tempfile-predictable
    name = tempfile.mktemp(suffix=".txt")
    with open(name, "w") as f:
        f.write(content)
    # ruleid: data/tempfile-predictable
    other = os.tempnam("/tmp")
    return name, other


def safe(content):
    # ok: data/tempfile-predictable
    with tempfile.NamedTemporaryFile("w", delete=False) as f:
        f.write(content)
    # ok: data/tempfile-predictable
    fd, path = tempfile.mkstemp()
    # ok: data/tempfile-predictable
    folder = tempfile.mkdtemp()
    return fd, path, folder


def by_pid(data):
    path = os.path.join(tempfile.gettempdir(), "report_%d.tmp" % os.getpid())
    # ruleid: data/tempfile-predictable
    with open(path, "wb") as f:
        f.write(data)


def in_own_folder(data):
    path = os.path.join(tempfile.mkdtemp(), "report.tmp")
    # ok: data/tempfile-predictable
    with open(path, "wb") as f:
        f.write(data)
