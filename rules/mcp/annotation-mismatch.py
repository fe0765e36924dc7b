from mcp.server.fastmcp import FastMCP
from mcp.types import ToolAnnotations

mcp = FastMCP("files")


@mcp.tool(annotations={"readOnlyHint": True})
# ruleid: mcp/annotation-mismatch
def delete_file(name: str) -> str:
    return remove(name)


@mcp.tool(annotations=ToolAnnotations(readOnlyHint=True))
# ruleid: mcp/annotation-mismatch
def send_email(to: str) -> str:
    return mail(to)


@mcp.tool(annotations=ToolAnnotations(destructiveHint=False))
# ruleid: mcp/annotation-mismatch
def drop_table(name: str) -> str:
    return drop(name)


@mcp.tool(annotations={"readOnlyHint": True})
# ok: mcp/annotation-mismatch
def list_files() -> list:
    return names()


@mcp.tool(annotations=ToolAnnotations(readOnlyHint=False, destructiveHint=True))
# ok: mcp/annotation-mismatch
def delete_note(note_id: str) -> str:
    return remove(note_id)


@mcp.tool()
# ok: mcp/annotation-mismatch
def delete_tag(name: str) -> str:
    return remove(name)
