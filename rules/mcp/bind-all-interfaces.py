import uvicorn
from mcp.server.fastmcp import FastMCP

# ruleid: mcp/bind-all-interfaces
open_server = FastMCP("open", host="0.0.0.0", port=8000)

mcp = FastMCP("files")
# ruleid: mcp/bind-all-interfaces
mcp.settings.host = "0.0.0.0"


def serve():
    # ruleid: mcp/bind-all-interfaces
    mcp.run(transport="http", host="0.0.0.0", port=8000)


def serve_app():
    # ruleid: mcp/bind-all-interfaces
    uvicorn.run(mcp.streamable_http_app(), host="0.0.0.0", port=8000)


# ok: mcp/bind-all-interfaces
local = FastMCP("local", host="127.0.0.1")

# ok: mcp/bind-all-interfaces
remote = FastMCP("remote", host="0.0.0.0", token_verifier=verifier, auth=settings)

guarded = FastMCP("guarded", auth=provider)


def serve_guarded():
    # ok: mcp/bind-all-interfaces
    guarded.run(transport="http", host="0.0.0.0", port=8000)


def serve_local():
    # ok: mcp/bind-all-interfaces
    mcp.run(transport="http", host="127.0.0.1", port=8000)


def website():
    # ok: mcp/bind-all-interfaces
    uvicorn.run(app, host="0.0.0.0", port=8000)
