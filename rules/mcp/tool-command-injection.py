import asyncio
import os
import re
import shlex
import subprocess
from typing import Literal

from mcp.server import Server
from mcp.server.fastmcp import Context, FastMCP
from mcp.types import TextContent

mcp = FastMCP("git")
server = Server("low")


@mcp.tool()
def git_log(branch: str) -> str:
    """Shows the log of a branch."""
    # ruleid: mcp/tool-command-injection
    return subprocess.run(f"git log {branch}", shell=True, capture_output=True, text=True).stdout


@mcp.tool()
def git_log_safe(branch: str) -> str:
    """Shows the log of a branch."""
    # ok: mcp/tool-command-injection
    return subprocess.run(["git", "log", "--", branch], capture_output=True, text=True).stdout


@mcp.tool()
def quoted(branch: str) -> str:
    # ok: mcp/tool-command-injection
    return subprocess.getoutput(f"git log {shlex.quote(branch)}")


@mcp.tool(name="ping")
async def ping(host: str, count: int = 1) -> str:
    # ruleid: mcp/tool-command-injection
    process = await asyncio.create_subprocess_shell("ping -c 1 " + host, stdout=asyncio.subprocess.PIPE)
    out, _ = await process.communicate()
    # ok: mcp/tool-command-injection
    os.system(f"ping -c {count} localhost")
    return out.decode()


@mcp.tool
def restart(service: Literal["web", "worker"]) -> str:
    # ok: mcp/tool-command-injection
    os.system("systemctl restart web")
    return service


@mcp.tool()
def status(service: Literal["web", "worker"], ctx: Context) -> str:
    # ok: mcp/tool-command-injection
    return subprocess.getoutput(f"systemctl status {service}")


@mcp.tool()
def checked(name: str) -> str:
    if not re.fullmatch(r"[a-z]+", name):
        raise ValueError(name)
    # ok: mcp/tool-command-injection
    return subprocess.getoutput(f"id {name}")


def run_shell(command: str) -> str:
    # ruleid: mcp/tool-command-injection
    return subprocess.check_output(command, shell=True, text=True)


@mcp.tool()
def run(command: str) -> str:
    return run_shell(command)


@mcp.resource("logs://{name}")
def logs(name: str) -> str:
    # ruleid: mcp/tool-command-injection
    return os.popen("cat /var/log/%s.log" % name).read()


@server.call_tool()
async def call_tool(name: str, arguments: dict) -> list[TextContent]:
    if name == "convert":
        # ruleid: mcp/tool-command-injection
        os.system(f"convert {arguments['file']} out.png")
    if name == "disk":
        # ok: mcp/tool-command-injection
        os.system("df -h")
    path = arguments["path"]
    # ruleid: mcp/tool-command-injection
    result = subprocess.run(["bash", "-c", f"ls {path}"], capture_output=True)
    # ok: mcp/tool-command-injection
    subprocess.run(["ls", "--", path])
    return [TextContent(type="text", text=str(result.stdout))]


def build(target):
    # ok: mcp/tool-command-injection
    os.system(f"make {target}")
