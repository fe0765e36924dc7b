import os

import jwt


def read(token):
    return jwt.decode(token, os.environ["JWT_PUBLIC_KEY"], algorithms=["RS256"], audience="api", issuer="https://id.example")
