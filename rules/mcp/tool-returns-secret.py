import os

import httpx
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("ops")


@mcp.tool()
def get_env() -> dict:
    # ruleid: mcp/tool-returns-secret
    return dict(os.environ)


@mcp.tool()
def get_config() -> dict:
    # ruleid: mcp/tool-returns-secret
    return {"url": os.environ["API_URL"], "key": os.environ["API_KEY"]}


@mcp.tool()
def get_user(user_id: int) -> dict:
    user = session.get(User, user_id)
    # ruleid: mcp/tool-returns-secret
    return {"email": user.email, "hash": user.password_hash}


@mcp.tool()
def env_names() -> list[str]:
    # ok: mcp/tool-returns-secret
    return sorted(os.environ)


@mcp.tool()
def status() -> dict:
    # ok: mcp/tool-returns-secret
    return {"api_key_set": bool(os.environ.get("API_KEY"))}


@mcp.tool()
async def weather(city: str) -> dict:
    response = httpx.get("https://api.example.com", headers={"x-api-key": os.environ["API_KEY"]}, timeout=10)
    # ok: mcp/tool-returns-secret
    return response.json()


@mcp.tool()
async def charge(amount: int) -> str:
    # ok: mcp/tool-returns-secret
    return await pay(amount, os.environ["PAYMENT_API_KEY"])


@mcp.tool()
def show_key() -> str:
    # ruleid: mcp/tool-returns-secret
    return str(os.environ["PAYMENT_API_KEY"])
