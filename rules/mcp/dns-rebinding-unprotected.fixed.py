from mcp.server.auth.settings import AuthSettings
from mcp.server.fastmcp import FastMCP
from mcp.server.transport_security import TransportSecuritySettings

from .verifier import verifier

security = TransportSecuritySettings(
    enable_dns_rebinding_protection=True,
    allowed_hosts=["127.0.0.1:8000"],
    allowed_origins=["http://127.0.0.1:8000"],
)
mcp = FastMCP(
    "files",
    transport_security=security,
    token_verifier=verifier,
    auth=AuthSettings(issuer_url="https://id.example.com", resource_server_url="https://mcp.example.com"),
)
mcp.run(transport="streamable-http")
