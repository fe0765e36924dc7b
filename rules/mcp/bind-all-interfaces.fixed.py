from mcp.server.auth.settings import AuthSettings
from mcp.server.fastmcp import FastMCP

from .verifier import verifier

settings = AuthSettings(issuer_url="https://id.example.com", resource_server_url="https://mcp.example.com")
mcp = FastMCP("files", host="127.0.0.1", port=8000, token_verifier=verifier, auth=settings)


@mcp.tool()
def version() -> str:
    return "1.0.0"


if __name__ == "__main__":
    mcp.run(transport="streamable-http")
