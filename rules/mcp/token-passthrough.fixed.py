import os

import httpx
from fastmcp import FastMCP
from fastmcp.server.dependencies import get_access_token

from .exchange import exchange_token

mcp = FastMCP("github")


@mcp.tool
async def list_repos() -> list:
    upstream = await exchange_token(get_access_token().token, audience="https://api.github.com")
    response = httpx.get("https://api.github.com/user/repos", headers={"Authorization": f"Bearer {upstream}"}, timeout=10)
    return response.json()


@mcp.tool
async def list_public() -> list:
    own = os.environ["GITHUB_TOKEN"]
    response = httpx.get("https://api.github.com/repositories", headers={"Authorization": f"Bearer {own}"}, timeout=10)
    return response.json()
