from fastmcp import Context, FastMCP

from .db import session

mcp = FastMCP("orders")


# The decorator registers it for every client.
@mcp.tool()
# ruleid: mcp/write-tool-ungated
def delete_order(order_id: str) -> str:
    session.execute("DELETE FROM orders WHERE id = :id", {"id": order_id})
    return "gone"


@mcp.tool
# ruleid: mcp/write-tool-ungated
async def update_price(product_id: str, price: int) -> str:
    product = await session.find(product_id)
    await session.update(product, price=price)
    return "ok"


@mcp.tool(annotations={"destructiveHint": True})
# ok: mcp/write-tool-ungated
def remove_product(product_id: str) -> str:
    session.delete(product_id)
    return "gone"


@mcp.tool()
# ok: mcp/write-tool-ungated
async def delete_customer(customer_id: str, ctx: Context) -> str:
    answer = await ctx.elicit(f"Delete {customer_id}?")
    if answer.action == "accept":
        session.delete(customer_id)
    return "ok"


@mcp.tool()
# ok: mcp/write-tool-ungated
def list_orders() -> list[str]:
    return session.execute("SELECT id FROM orders").all()


# ok: mcp/write-tool-ungated
def delete_everything() -> None:
    session.execute("DELETE FROM orders")
