import os

import jwt
from mcp.server.auth.provider import AccessToken, TokenVerifier

RESOURCE_URL = "https://mcp.example.com/mcp"
key = os.environ["ID_PUBLIC_KEY"]


class Verifier(TokenVerifier):
    async def verify_token(self, token: str) -> AccessToken | None:
        try:
            claims = jwt.decode(token, key, algorithms=["RS256"], audience=RESOURCE_URL, issuer="https://id.example.com")
        except jwt.InvalidTokenError:
            return None
        return AccessToken(token=token, client_id=claims["client_id"], scopes=claims["scope"].split())
