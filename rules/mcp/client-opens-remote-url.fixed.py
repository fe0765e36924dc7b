import webbrowser
from urllib.parse import urlparse

import httpx


def authorize() -> None:
    metadata = httpx.get("https://mcp.example.com/.well-known/oauth-authorization-server", timeout=10).json()
    url = metadata["authorization_endpoint"]
    if urlparse(url).scheme != "https":
        raise ValueError("scheme")
    webbrowser.open(url)


async def redirect_handler(authorization_url: str) -> None:
    if urlparse(authorization_url).scheme != "https":
        raise ValueError("scheme")
    webbrowser.open(authorization_url)
