import jwt
from fastmcp.server.auth.providers.jwt import JWTVerifier
from mcp.server.auth.provider import AccessToken, TokenVerifier


class Verifier(TokenVerifier):
    async def verify_token(self, token: str) -> AccessToken | None:
        # ruleid: mcp/audience-not-validated
        claims = jwt.decode(token, KEY, algorithms=["RS256"])
        return AccessToken(token=token, client_id=claims["client_id"], scopes=[])


class IssuerVerifier(TokenVerifier):
    async def verify_token(self, token: str) -> AccessToken | None:
        # ruleid: mcp/audience-not-validated
        claims = jwt.decode(token, KEY, algorithms=["RS256"], issuer=ISSUER)
        return AccessToken(token=token, client_id=claims["client_id"], scopes=[])


# ruleid: mcp/audience-not-validated
verifier = JWTVerifier(jwks_uri="https://idp.example.com/jwks.json", issuer="https://idp.example.com")


class AudienceVerifier(TokenVerifier):
    async def verify_token(self, token: str) -> AccessToken | None:
        # ok: mcp/audience-not-validated
        claims = jwt.decode(token, KEY, algorithms=["RS256"], audience=RESOURCE_URL, issuer=ISSUER)
        return AccessToken(token=token, client_id=claims["client_id"], scopes=[])


# ok: mcp/audience-not-validated
audience = JWTVerifier(jwks_uri="https://idp.example.com/jwks.json", issuer=ISSUER, audience="https://mcp.example.com")


def session(token):
    # ok: mcp/audience-not-validated
    return jwt.decode(token, KEY, algorithms=["HS256"])
