import os
from pathlib import Path

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("notes")
ROOT = Path(os.environ["NOTES_DIR"]).resolve()


@mcp.tool()
def read_note(name: str) -> str:
    p = (ROOT / name).resolve()
    p.relative_to(ROOT)
    return p.read_text()


@mcp.tool()
def read_other(name: str) -> str:
    target = (ROOT / name).resolve()
    if not target.is_relative_to(ROOT):
        raise ValueError("path")
    return target.read_text()
