import os

from mcp.server.fastmcp import FastMCP

from .upstream import fetch, pay

mcp = FastMCP("issues")


@mcp.tool()
def list_issues(repo: str) -> list:
    return fetch(repo, os.environ["GITHUB_TOKEN"])


@mcp.tool()
async def charge(amount: int) -> str:
    return await pay(amount, os.environ["PAYMENT_API_KEY"])
