from urllib.parse import quote, urlparse

import httpx
import requests
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("web")
ALLOWED_HOSTS = {"api.example.com"}


@mcp.tool()
def fetch_page(url: str) -> str:
    # ruleid: mcp/tool-ssrf
    return requests.get(url, timeout=10).text


@mcp.tool()
async def fetch_async(url: str) -> str:
    async with httpx.AsyncClient() as client:
        # ruleid: mcp/tool-ssrf
        response = await client.get(url)
    return response.text


@mcp.tool
def head(host: str) -> int:
    # ruleid: mcp/tool-ssrf
    return requests.head(f"https://{host}/", timeout=10).status_code


@mcp.tool()
def fetch_listed(url: str) -> str:
    parsed = urlparse(url)
    if parsed.hostname not in ALLOWED_HOSTS:
        raise ValueError("host")
    # ok: mcp/tool-ssrf
    return requests.get(url, timeout=10, allow_redirects=False).text


@mcp.tool()
def weather(city: str) -> str:
    # ok: mcp/tool-ssrf
    return requests.get(f"https://api.weather.example/v1?city={quote(city)}", timeout=10).text


@mcp.tool()
def status() -> str:
    # ok: mcp/tool-ssrf
    return requests.get("https://api.example.com/status", timeout=10).text


from .upstream import fetch


@mcp.tool()
def issues(repo: str) -> list:
    # ok: mcp/tool-ssrf
    return fetch(repo, 10)
