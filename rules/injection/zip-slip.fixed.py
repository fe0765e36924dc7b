import tarfile
import zipfile
from pathlib import Path

ROOT = Path("/srv/unpacked").resolve()


def unpack(archive: str) -> None:
    with tarfile.open(archive) as tar:
        tar.extractall(ROOT, filter="data")


def unzip(archive: str) -> None:
    with zipfile.ZipFile(archive) as bundle:
        for name in bundle.namelist():
            path = (ROOT / name).resolve()
            if not path.is_relative_to(ROOT):
                raise ValueError("path")
            path.write_bytes(bundle.read(name))
