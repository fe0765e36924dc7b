import os
import subprocess
import webbrowser
from urllib.parse import urlparse

import httpx


def authorize(server: str):
    metadata = httpx.get(f"{server}/.well-known/oauth-authorization-server", timeout=10).json()
    # ruleid: mcp/client-opens-remote-url
    webbrowser.open(metadata["authorization_endpoint"])


def device(response):
    # ruleid: mcp/client-opens-remote-url
    subprocess.run(["xdg-open", response["verification_uri_complete"]])


async def redirect_handler(authorization_url: str) -> None:
    # ruleid: mcp/client-opens-remote-url
    os.system(f"open {authorization_url}")


def authorize_checked(metadata):
    url = metadata["authorization_endpoint"]
    if urlparse(url).scheme != "https":
        raise ValueError("scheme")
    # ok: mcp/client-opens-remote-url
    webbrowser.open(url)


def device_checked(response):
    url = response["verification_uri"]
    if not url.startswith("https://"):
        raise ValueError("scheme")
    # ok: mcp/client-opens-remote-url
    webbrowser.open(url)


def docs():
    # ok: mcp/client-opens-remote-url
    webbrowser.open("https://example.com/docs")
