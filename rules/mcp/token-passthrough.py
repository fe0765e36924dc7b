import os

import httpx
from fastmcp import FastMCP
from fastmcp.server.dependencies import get_access_token, get_http_headers

mcp = FastMCP("github")


@mcp.tool
async def list_repos() -> list:
    headers = get_http_headers()
    # ruleid: mcp/token-passthrough
    response = httpx.get("https://api.github.com/user/repos", headers={"Authorization": headers.get("authorization")}, timeout=10)
    return response.json()


@mcp.tool
async def list_issues() -> list:
    token = get_access_token()
    # ruleid: mcp/token-passthrough
    response = httpx.get("https://api.github.com/issues", headers={"Authorization": f"Bearer {token.token}"}, timeout=10)
    return response.json()


@mcp.tool
async def list_orgs() -> list:
    bearer = get_http_headers()["authorization"]
    async with httpx.AsyncClient() as client:
        # ruleid: mcp/token-passthrough
        response = await client.get("https://api.github.com/orgs", headers={"Authorization": bearer})
    return response.json()


@mcp.tool
async def list_repos_exchanged() -> list:
    upstream = await exchange_token(get_access_token().token, audience="https://api.github.com")
    # ok: mcp/token-passthrough
    response = httpx.get("https://api.github.com/user/repos", headers={"Authorization": f"Bearer {upstream}"}, timeout=10)
    return response.json()


@mcp.tool
async def list_repos_own() -> list:
    # ok: mcp/token-passthrough
    response = httpx.get("https://api.github.com/user", headers={"Authorization": f"Bearer {os.environ['GITHUB_TOKEN']}"}, timeout=10)
    return response.json()


@mcp.tool
async def whoami() -> str:
    # ok: mcp/token-passthrough
    return get_access_token().client_id
