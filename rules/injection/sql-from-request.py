from flask import Flask, request
from sqlalchemy import text

app = Flask(__name__)
STATEMENTS = {"all": "SELECT id FROM orders"}


@app.post("/sql")
def run_sql():
    # ruleid: injection/sql-from-request
    cursor.execute(request.json["sql"])
    query = request.args.get("q")
    # ruleid: injection/sql-from-request
    db.session.execute(text(query))
    statement = request.form["statement"]
    # ruleid: injection/sql-from-request
    connection.execute(statement)
    return cursor.fetchall()


@app.post("/named")
def run_named():
    sql = STATEMENTS[request.json["name"]]
    # ok: injection/sql-from-request
    cursor.execute(sql, (request.json["id"],))
    # ok: injection/sql-from-request
    cursor.execute("SELECT id FROM orders WHERE id = %s", (request.args["q"],))
    # ok: injection/sql-from-request
    index.query(request.args["q"])
    query = build_query(request.args)
    # ok: injection/sql-from-request
    return db.session.execute(query)
