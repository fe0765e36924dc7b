from mcp.server.fastmcp import FastMCP
from mcp.types import ToolAnnotations

from .notes import mail, remove

mcp = FastMCP("notes")


@mcp.tool(annotations={"readOnlyHint": False, "destructiveHint": True})
def delete_note(note_id: int) -> str:
    return remove(note_id)


@mcp.tool(annotations=ToolAnnotations(readOnlyHint=False, openWorldHint=True))
def send_email(to: str) -> str:
    return mail(to)
