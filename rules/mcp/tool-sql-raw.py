import sqlite3

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("db")
conn = sqlite3.connect("app.db")
ro = sqlite3.connect("file:app.db?mode=ro", uri=True)


@mcp.tool()
def query(sql: str) -> list:
    # ruleid: mcp/tool-sql-raw
    return conn.execute(sql).fetchall()


@mcp.tool()
def select(sql: str) -> list:
    if not sql.strip().upper().startswith("SELECT"):
        raise ValueError("only SELECT")
    cursor = conn.cursor()
    # ruleid: mcp/tool-sql-raw
    cursor.execute(sql)
    return cursor.fetchall()


@mcp.tool()
def find(name: str) -> list:
    # ruleid: mcp/tool-sql-raw
    return conn.execute(f"SELECT * FROM products WHERE name = '{name}'").fetchall()


@mcp.tool()
def find_bound(name: str) -> list:
    # ok: mcp/tool-sql-raw
    return conn.execute("SELECT * FROM products WHERE name = ?", (name,)).fetchall()


@mcp.tool()
def query_ro(sql: str) -> list:
    # ok: mcp/tool-sql-raw
    return ro.execute(sql).fetchall()


@mcp.tool()
def by_id(product_id: int) -> list:
    # ok: mcp/tool-sql-raw
    return conn.execute(f"SELECT * FROM products WHERE id = {int(product_id)}").fetchall()


@mcp.tool()
async def search_issues(words: str) -> list:
    # ok: mcp/tool-sql-raw
    return await tracker.fetch(words)


@mcp.tool()
async def rows(sql: str) -> list:
    async with pool.acquire() as connection:
        # ruleid: mcp/tool-sql-raw
        return await connection.fetch(sql)
