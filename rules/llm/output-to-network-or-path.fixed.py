from pathlib import Path
from urllib.parse import urlparse

import requests
from langchain_core.tools import tool

ROOT = Path("workspace").resolve()
ALLOWED_HOSTS = {"docs.example.com"}


@tool
def fetch_page(url: str) -> str:
    """Reads a page of the documentation."""
    if urlparse(url).hostname not in ALLOWED_HOSTS:
        raise ValueError("host")
    return requests.get(url, timeout=10, allow_redirects=False).text


@tool
def read_file(name: str) -> str:
    """Reads a file of the workspace."""
    path = (ROOT / name).resolve()
    path.relative_to(ROOT)
    return path.read_text()
