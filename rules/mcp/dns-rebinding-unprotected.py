from mcp.server.fastmcp import FastMCP
from mcp.server.transport_security import TransportSecuritySettings

# ruleid: mcp/dns-rebinding-unprotected
off = FastMCP("off", transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False))

# ruleid: mcp/dns-rebinding-unprotected
hosts = TransportSecuritySettings(enable_dns_rebinding_protection=True, allowed_hosts=["*"])

# ruleid: mcp/dns-rebinding-unprotected
origins = TransportSecuritySettings(allowed_hosts=["127.0.0.1:8000"], allowed_origins=["*"])

# ok: mcp/dns-rebinding-unprotected
local = TransportSecuritySettings(enable_dns_rebinding_protection=True, allowed_hosts=["127.0.0.1:*"])

# ok: mcp/dns-rebinding-unprotected
plain = FastMCP("plain")

# ok: mcp/dns-rebinding-unprotected
named = TransportSecuritySettings(allowed_hosts=["mcp.example.com"], allowed_origins=["https://app.example.com"])
