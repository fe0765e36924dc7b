import os
import stat
from pathlib import Path


def save(path, key):
    with open(path, "wb") as f:
        f.write(key)
    # ruleid: data/file-world-writable
    os.chmod(path, 0o777)
    # ruleid: data/file-world-writable
    os.chmod(path, stat.S_IRWXU | stat.S_IRWXG | stat.S_IRWXO)
    # ruleid: data/file-world-writable
    Path(path).chmod(0o666)
    # ok: data/file-world-writable
    os.chmod(path, 0o600)
    # ok: data/file-world-writable
    os.chmod(path, 0o755)
    # ok: data/file-world-writable
    Path(path).chmod(stat.S_IRUSR | stat.S_IWUSR)
    # ok: data/file-world-writable
    fd = os.open(path, os.O_CREAT | os.O_WRONLY, 0o666)


def daemonize():
    # ruleid: data/file-world-writable
    os.umask(0)
    # ok: data/file-world-writable
    os.umask(0o077)
