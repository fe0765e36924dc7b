import os

from mcp.server.fastmcp import FastMCP

from .models import User, session

mcp = FastMCP("ops")


@mcp.tool()
def get_config() -> dict:
    return {"url": os.environ["API_URL"], "api_key_set": bool(os.environ.get("API_KEY"))}


@mcp.tool()
def get_user(user_id: int) -> dict:
    user = session.get(User, user_id)
    return {"id": user.id, "name": user.name}
