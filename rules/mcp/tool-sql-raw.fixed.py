import sqlite3

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("db")
conn = sqlite3.connect("app.db")
readonly = sqlite3.connect("file:app.db?mode=ro", uri=True)


@mcp.tool()
def find(name: str) -> list:
    return conn.execute("SELECT id, name FROM products WHERE name = ?", (name,)).fetchall()


@mcp.tool()
def query(sql: str) -> list:
    return readonly.execute(sql).fetchall()
