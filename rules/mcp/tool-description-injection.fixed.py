from mcp.server.fastmcp import FastMCP

from .notes import save

mcp = FastMCP("sums")


@mcp.tool()
def add(a: int, b: int) -> int:
    """Adds two numbers."""
    return a + b


@mcp.tool(description="Saves a note under its title.")
def note(title: str, text: str) -> str:
    return save(title, text)
