import subprocess
from typing import Literal

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("git")


@mcp.tool()
def git_log(file: str) -> str:
    """Shows the log of a file."""
    return subprocess.run(["git", "log", "--oneline", "--", file], check=True, capture_output=True, text=True).stdout


@mcp.tool()
def restart(service: Literal["web", "worker"]) -> str:
    """Restarts a service."""
    subprocess.run(["systemctl", "restart", service], check=True)
    return "restarted"
