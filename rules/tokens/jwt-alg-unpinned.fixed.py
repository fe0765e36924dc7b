import jwt


def verify(token: str, key: str) -> dict:
    return jwt.decode(token, key, algorithms=["RS256"], audience="api", issuer="https://id.example.com")
