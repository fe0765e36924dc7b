from mcp.server.fastmcp import FastMCP

mcp = FastMCP("issues")


@mcp.tool()
# ruleid: mcp/secret-as-tool-argument
def list_issues(repo: str, token: str) -> list:
    return fetch(repo, token)


@mcp.tool()
# ruleid: mcp/secret-as-tool-argument
async def charge(amount: int, api_key: str) -> str:
    return await pay(amount, api_key)


@mcp.tool
# ruleid: mcp/secret-as-tool-argument
def login(user: str, password: str) -> bool:
    return check(user, password)


@mcp.tool()
# ok: mcp/secret-as-tool-argument
def list_own(repo: str, page_token: str = "") -> list:
    return fetch(repo, TOKEN, page_token)


@mcp.tool()
# ok: mcp/secret-as-tool-argument
def rotate(secret_name: str) -> str:
    return vault.rotate(secret_name)


# ok: mcp/secret-as-tool-argument
def sign_in(user: str, password: str) -> bool:
    return check(user, password)
