from mcp.server.fastmcp import FastMCP

from .models import Employee, session

mcp = FastMCP("crm")


@mcp.tool()
def get_employee(employee_id: int) -> dict:
    employee = session.get(Employee, employee_id)
    return {"name": employee.name, "title": employee.title}


@mcp.tool()
def list_users() -> list:
    rows = session.execute("SELECT id, name FROM users LIMIT 50").fetchall()
    return [{"id": row.id, "name": row.name} for row in rows]
