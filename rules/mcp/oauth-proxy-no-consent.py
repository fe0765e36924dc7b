from fastmcp import FastMCP
from fastmcp.server.auth import OAuthProxy
from fastmcp.server.auth.providers.github import GitHubProvider
from fastmcp.server.auth.providers.google import GoogleProvider

# ruleid: mcp/oauth-proxy-no-consent
proxy = OAuthProxy(upstream_client_id=CLIENT_ID, base_url=BASE, require_authorization_consent=False)

# ruleid: mcp/oauth-proxy-no-consent
github = GitHubProvider(client_id=CLIENT_ID, base_url=BASE, require_authorization_consent=False)

# ruleid: mcp/oauth-proxy-no-consent
server = FastMCP("app", auth=GoogleProvider(client_id=CLIENT_ID, require_authorization_consent=False))

# ok: mcp/oauth-proxy-no-consent
proxy_asked = OAuthProxy(upstream_client_id=CLIENT_ID, base_url=BASE, require_authorization_consent=True)

# ok: mcp/oauth-proxy-no-consent
github_asked = GitHubProvider(client_id=CLIENT_ID, base_url=BASE)

# ok: mcp/oauth-proxy-no-consent
plain = FastMCP("app", auth=GoogleProvider(client_id=CLIENT_ID))
