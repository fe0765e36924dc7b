from mcp.server.fastmcp import FastMCP
from openai import OpenAI

mcp = FastMCP("crm")
client = OpenAI()


@mcp.tool()
def get_employee(employee_id: int) -> dict:
    employee = session.get(Employee, employee_id)
    # ruleid: data/sensitive-field-to-agent
    return {"name": employee.name, "salary": employee.salary}


@mcp.tool()
def list_users() -> list:
    rows = conn.execute("SELECT * FROM users").fetchall()
    # ruleid: data/sensitive-field-to-agent
    return [dict(row) for row in rows]


def summarize(patient):
    prompt = f"Summarise the case: {patient.diagnosis}"
    # ruleid: data/sensitive-field-to-agent
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": prompt}])


@mcp.tool()
def get_employee_safe(employee_id: int) -> dict:
    employee = session.get(Employee, employee_id)
    # ok: data/sensitive-field-to-agent
    return {"name": employee.name, "title": employee.title}


@mcp.tool()
def card(user_id: int) -> dict:
    user = session.get(User, user_id)
    # ok: data/sensitive-field-to-agent
    return {"card": user.card_number[-4:]}


@mcp.tool()
def count_users() -> int:
    # ok: data/sensitive-field-to-agent
    return len(conn.execute("SELECT * FROM users").fetchall())
