from mcp.server.auth.settings import AuthSettings
from mcp.server.fastmcp import FastMCP

from .verifier import verifier

mcp = FastMCP("orders", host="0.0.0.0", port=8000)
guarded = FastMCP("guarded", host="0.0.0.0", token_verifier=verifier, auth=AuthSettings(issuer_url="https://id.example.com"))
local = FastMCP("local")


@mcp.tool()
def list_orders() -> list[str]:
    return []


def main(mode: str) -> None:
    if mode == "http":
        # ruleid: mcp/http-server-unauthenticated
        mcp.run(transport="streamable-http")
    elif mode == "sse":
        # ruleid: mcp/http-server-unauthenticated
        mcp.run("sse")
    elif mode == "guarded":
        # ok: mcp/http-server-unauthenticated
        guarded.run(transport="streamable-http")
    else:
        # ok: mcp/http-server-unauthenticated
        local.run(transport="stdio")
        # ok: mcp/http-server-unauthenticated
        local.run()


# ruleid: mcp/http-server-unauthenticated
app = mcp.streamable_http_app()
# ok: mcp/http-server-unauthenticated
other = guarded.streamable_http_app()
# ok: mcp/http-server-unauthenticated
worker = pool.run(transport="http")
