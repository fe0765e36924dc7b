import os
import tarfile
import zipfile
from pathlib import Path


def unpack(archive: str, target: str) -> None:
    with tarfile.open(archive) as tar:
        # ruleid: injection/zip-slip
        tar.extractall(target)


def unpack_each(archive: str, target: str) -> None:
    tar = tarfile.open(archive, "r:gz")
    for member in tar.getmembers():
        # ruleid: injection/zip-slip
        tar.extract(member, target)
    tar.close()


def unzip(archive: str, target: str) -> None:
    with zipfile.ZipFile(archive) as bundle:
        for name in bundle.namelist():
            # ruleid: injection/zip-slip
            with open(os.path.join(target, name), "wb") as out:
                out.write(bundle.read(name))


def unpack_filtered(archive: str, target: str) -> None:
    with tarfile.open(archive) as tar:
        # ok: injection/zip-slip
        tar.extractall(target, filter="data")


def unpack_checked(archive: str, target: str) -> None:
    root = os.path.realpath(target)
    with tarfile.open(archive) as tar:
        for member in tar.getmembers():
            if not os.path.realpath(os.path.join(root, member.name)).startswith(root + os.sep):
                raise ValueError("entry leaves the folder")
        # ok: injection/zip-slip
        tar.extractall(root)


def unzip_whole(archive: str, target: str) -> None:
    with zipfile.ZipFile(archive) as bundle:
        # ok: injection/zip-slip
        bundle.extractall(target)


def unzip_checked(archive: str, target: str) -> None:
    root = Path(target).resolve()
    with zipfile.ZipFile(archive) as bundle:
        for name in bundle.namelist():
            out = (root / name).resolve()
            if not out.is_relative_to(root):
                raise ValueError("entry leaves the folder")
            # ok: injection/zip-slip
            out.write_bytes(bundle.read(name))
