import sqlite3
from uuid import UUID

import asyncpg
import pandas as pd
import psycopg2
from django.db import connection
from django.http import JsonResponse
from fastapi import Depends, FastAPI
from flask import Flask, jsonify, request
from psycopg2 import sql
from sqlalchemy import text
from sqlalchemy.orm import Session

app = Flask(__name__)
api = FastAPI()
ALLOWED_SORT = {"name", "created_at"}
TABLE = "orders"


@app.route("/users")
def list_users():
    name = request.args.get("name")
    conn = sqlite3.connect("app.db")
    cur = conn.cursor()
    # ruleid: injection/sql-string-build
    cur.execute(f"SELECT * FROM users WHERE name = '{name}'")
    # ruleid: injection/sql-string-build
    cur.execute("SELECT * FROM users WHERE name = '%s'" % name)
    # ruleid: injection/sql-string-build
    cur.execute("SELECT * FROM users WHERE name = '{}'".format(name))
    # ruleid: injection/sql-string-build
    cur.execute("SELECT * FROM users WHERE name = '" + name + "'")
    # ok: injection/sql-string-build
    cur.execute("SELECT * FROM users WHERE name = ?", (name,))
    return jsonify(cur.fetchall())


@app.route("/sorted")
def sorted_users():
    sort = request.args.get("sort", "name")
    # ruleid: injection/sql-string-build
    db.session.execute(text(f"SELECT * FROM users ORDER BY {sort}"))
    if sort not in ALLOWED_SORT:
        return jsonify(error="sort"), 400
    # ok: injection/sql-string-build
    rows = db.session.execute(text(f"SELECT * FROM users ORDER BY {sort}"))
    return jsonify([dict(r) for r in rows])


@app.route("/page")
def page():
    offset = int(request.args.get("page", 0)) * 20
    # ok: injection/sql-string-build
    rows = db.engine.execute(f"SELECT * FROM users LIMIT 20 OFFSET {offset}")
    return jsonify(list(rows))


@app.route("/orders/<int:order_id>")
def order(order_id):
    cur = get_db().cursor()
    # ok: injection/sql-string-build
    cur.execute("SELECT * FROM orders WHERE id = %s", [order_id])
    return jsonify(cur.fetchone())


@api.get("/items/{item_name}")
async def read_item(item_name: str, db: Session = Depends(get_db)):
    query = f"""
        SELECT * FROM items
        WHERE name = '{item_name}'
    """
    # ruleid: injection/sql-string-build
    return db.execute(text(query)).all()


@api.get("/bound/{item_name}")
async def read_item_bound(item_name: str, db: Session = Depends(get_db)):
    # ok: injection/sql-string-build
    return db.execute(text("SELECT * FROM items WHERE name = :name"), {"name": item_name}).all()


@api.get("/number/{item_id}")
async def read_number(item_id: int, pool: asyncpg.Pool = Depends(get_pool)):
    # ok: injection/sql-string-build
    return await pool.fetchrow(f"SELECT * FROM items WHERE id = {item_id}")


def search(request):
    term = request.GET["q"]
    with connection.cursor() as cursor:
        # ruleid: injection/sql-string-build
        cursor.execute("SELECT id FROM app_post WHERE title LIKE '%%%s%%'" % term)
        # ok: injection/sql-string-build
        cursor.execute("SELECT id FROM app_post WHERE title LIKE %s", [f"%{term}%"])
        return JsonResponse({"rows": cursor.fetchall()})


class UserStore:
    def __init__(self, conn):
        self.conn = conn

    def by_email(self, email: str):
        cur = self.conn.cursor()
        # ruleid: injection/sql-string-build
        cur.execute("SELECT * FROM users WHERE email = '{email}'".format(email=email))
        return cur.fetchone()

    def update(self, user_id, name):
        sql_text = "UPDATE users SET name = '" + name + "' WHERE id = ?"
        # ruleid: injection/sql-string-build
        self.conn.execute(sql_text, (user_id,))

    def update_bound(self, user_id, name):
        # ok: injection/sql-string-build
        self.conn.execute("UPDATE users SET name = ? WHERE id = ?", (name, user_id))

    def many(self, ids):
        marks = ",".join("?" for _ in ids)
        # ok: injection/sql-string-build
        return self.conn.execute(f"SELECT * FROM users WHERE id IN ({marks})", ids).fetchall()

    def many_listed(self, ids):
        marks = ", ".join(["%s"] * len(ids))
        # ok: injection/sql-string-build
        return self.conn.execute(f"SELECT * FROM {TABLE} WHERE id IN ({marks})", ids).fetchall()

    def many_quoted(self, names):
        listed = ",".join(f"'{n}'" for n in names)
        # ruleid: injection/sql-string-build
        return self.conn.execute(f"SELECT * FROM users WHERE name IN ({listed})").fetchall()

    def by_uuid(self, raw: str):
        key = UUID(raw)
        # ok: injection/sql-string-build
        return self.conn.execute(f"SELECT * FROM users WHERE key = '{key}'").fetchone()

    def table_rows(self, table):
        # ok: injection/sql-string-build
        return self.conn.execute(f"SELECT count(*) FROM {table}").fetchone()

    def composed(self, table, name):
        # ok: injection/sql-string-build
        self.conn.execute(sql.SQL("SELECT * FROM {} WHERE name = {}").format(sql.Identifier(table), sql.Literal(name)))


async def find_user(conn: asyncpg.Connection, username: str):
    # ruleid: injection/sql-string-build
    return await conn.fetchrow(f"SELECT * FROM users WHERE username = '{username}'")


async def find_user_bound(conn: asyncpg.Connection, username: str):
    # ok: injection/sql-string-build
    return await conn.fetchrow("SELECT * FROM users WHERE username = $1", username)


def report(conn, region):
    # ruleid: injection/sql-string-build
    frame = pd.read_sql(f"SELECT * FROM sales WHERE region = '{region}'", conn)
    # ok: injection/sql-string-build
    bound = pd.read_sql("SELECT * FROM sales WHERE region = %(region)s", conn, params={"region": region})
    # ok: injection/sql-string-build
    print(f"SELECT * FROM sales WHERE region = '{region}'")
    return frame, bound


def build(name):
    return (
        "SELECT id, name "
        "FROM tags "
        f"WHERE name = '{name}'"
    )


def tags(cur: psycopg2.extensions.cursor, name):
    # ruleid: injection/sql-string-build
    cur.execute(build(name))
    return cur.fetchall()


@app.get("/named")
def named():
    name = request.args["name"]
    sql = "SELECT * FROM users WHERE name = '%s'"
    bound = "SELECT * FROM users WHERE name = %s"
    # ruleid: injection/sql-string-build
    rows = db.execute(sql % name).fetchall()
    # ok: injection/sql-string-build
    more = db.execute(bound, (name,)).fetchall()
    label = "chosen: "
    # ok: injection/sql-string-build
    print(label + name)
    return rows + more


def peewee_reports(tag):
    # ruleid: injection/sql-string-build
    db.execute_sql("SELECT * FROM report WHERE tag = '" + tag + "'")
    # ok: injection/sql-string-build
    db.execute_sql("SELECT * FROM report WHERE tag = ?", (tag,))


def added(cursor):
    sql = "SELECT * FROM users WHERE name = '"
    sql += request.args["name"]
    sql += "'"
    # ruleid: injection/sql-string-build
    cursor.execute(sql)


def joined(cursor):
    sql = "".join(["SELECT * FROM users WHERE name = '", request.args["name"], "'"])
    # ruleid: injection/sql-string-build
    cursor.execute(sql)
    sql = "SELECT * FROM users WHERE name = ':name'".replace(":name", request.args["name"])
    # ruleid: injection/sql-string-build
    cursor.execute(sql)
    sql = Template("SELECT * FROM users WHERE name = '$name'").substitute(name=request.args["name"])
    # ruleid: injection/sql-string-build
    cursor.execute(sql)


def added_bound(cursor):
    sql = "SELECT * FROM users WHERE 1 = 1"
    values = []
    if request.args.get("name"):
        sql += " AND name = %s"
        values.append(request.args["name"])
    # ok: injection/sql-string-build
    cursor.execute(sql, values)
