from mcp.server.auth.settings import AuthSettings
from mcp.server.fastmcp import FastMCP

from .verifier import verifier

settings = AuthSettings(issuer_url="https://id.example.com", resource_server_url="https://mcp.example.com")
mcp = FastMCP("orders", port=8000, token_verifier=verifier, auth=settings)


@mcp.tool()
def count_orders() -> int:
    return 0


if __name__ == "__main__":
    mcp.run(transport="streamable-http")
