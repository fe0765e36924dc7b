from flask import Flask, abort, request
from flask_login import login_required
from sqlalchemy import select

from models import User, session

app = Flask(__name__)
COLUMNS = {"name": User.name, "created": User.created_at}


@app.get("/users")
@login_required
def users():
    column = COLUMNS.get(request.args.get("sort", "name"))
    if column is None:
        abort(400)
    order = column.desc() if request.args.get("dir") == "desc" else column.asc()
    return {"names": [user.name for user in session.scalars(select(User).order_by(order).limit(50))]}
