import os
import shutil
from pathlib import Path

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("notes")
ROOT = Path(os.environ["NOTES_DIR"]).resolve()


@mcp.tool()
def read_note(file: str) -> str:
    # ruleid: mcp/tool-path-unbounded
    with open(file) as handle:
        return handle.read()


@mcp.tool()
async def write_note(name: str, text: str) -> str:
    target = ROOT / name
    # ruleid: mcp/tool-path-unbounded
    target.write_text(text)
    return "saved"


@mcp.tool(name="delete")
def delete_note(name: str) -> str:
    # ruleid: mcp/tool-path-unbounded
    os.remove(os.path.join(ROOT, name))
    return "deleted"


@mcp.tool()
def list_notes(folder: str) -> list[str]:
    # ruleid: mcp/tool-path-unbounded
    return os.listdir(f"{ROOT}/{folder}")


@mcp.tool()
def clear(folder: str) -> None:
    # ruleid: mcp/tool-path-unbounded
    shutil.rmtree(folder)


@mcp.tool()
def read_text(path: str) -> str:
    # ruleid: mcp/tool-path-unbounded
    return Path(path).read_text()


@mcp.tool()
def read_inside(name: str) -> str:
    target = (ROOT / name).resolve()
    if not target.is_relative_to(ROOT):
        raise ValueError("outside of the notes")
    # ok: mcp/tool-path-unbounded
    return target.read_text()


@mcp.tool()
def read_base(name: str) -> str:
    # ok: mcp/tool-path-unbounded
    return open(os.path.join(ROOT, os.path.basename(name))).read()


@mcp.tool()
def read_number(number: int) -> str:
    # ok: mcp/tool-path-unbounded
    return open(f"{ROOT}/{number}.md").read()


@mcp.tool()
def read_listed(name: str) -> str:
    if name not in ("readme", "changes"):
        raise ValueError("unknown")
    # ok: mcp/tool-path-unbounded
    return (ROOT / name).read_text()


@mcp.tool()
def append(text: str) -> None:
    # ok: mcp/tool-path-unbounded
    (ROOT / "log.md").write_text(text)


def read_config(path: str) -> str:
    # ok: mcp/tool-path-unbounded
    return open(path).read()
