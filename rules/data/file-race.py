import os


def write_if_absent(path, data):
    # ruleid: data/file-race
    if not os.path.exists(path):
        with open(path, "w") as f:
            f.write(data)


def refuse(path, data):
    # ruleid: data/file-race
    if os.path.exists(path):
        raise FileExistsError(path)
    with open(path, "w") as f:
        f.write(data)


def rights(path):
    # ruleid: data/file-race
    if os.access(path, os.R_OK):
        with open(path) as f:
            return f.read()


def atomic(path, data):
    # ok: data/file-race
    with open(path, "x") as f:
        f.write(data)


def folder(path):
    # ok: data/file-race
    if not os.path.exists(path):
        os.makedirs(path)


def read(path):
    # ok: data/file-race
    if not os.path.exists(path):
        return None
    with open(path) as f:
        return f.read()
