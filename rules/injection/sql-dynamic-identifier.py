from flask import Flask, abort, request
from sqlalchemy import select, text

from models import User, session

app = Flask(__name__)
COLUMNS = {"name": User.name, "created": User.created_at}


@app.get("/users")
def users():
    sort = request.args.get("sort", "name")
    # ruleid: injection/sql-dynamic-identifier
    return list(session.scalars(select(User).order_by(text(sort))))


@app.get("/people")
def people():
    # ruleid: injection/sql-dynamic-identifier
    return list(User.query.order_by(getattr(User, request.args["sort"])))


@app.get("/raw")
def raw():
    direction = request.args["dir"]
    # ruleid: injection/sql-dynamic-identifier
    return list(User.query.order_by(text(f"name {direction}")))


@app.get("/mapped")
def mapped():
    column = COLUMNS.get(request.args["sort"])
    if column is None:
        abort(400)
    # ok: injection/sql-dynamic-identifier
    return list(User.query.order_by(column))


@app.get("/listed")
def listed():
    sort = request.args["sort"]
    if sort not in ("name", "created_at"):
        abort(400)
    # ok: injection/sql-dynamic-identifier
    return list(User.query.order_by(getattr(User, sort)))


@app.get("/fixed")
def fixed():
    # ok: injection/sql-dynamic-identifier
    return list(User.query.filter_by(name=request.args["name"]).order_by(text("name")))
