from django.db.models.expressions import RawSQL
from sqlalchemy import text, literal_column
from .models import Product


def by_name(request):
    name = request.GET.get("name")
    # ruleid: injection/sql-raw-unsafe-api
    rows = Product.objects.raw(f"SELECT * FROM product WHERE name = '{name}'")
    # ruleid: injection/sql-raw-unsafe-api
    more = Product.objects.extra(where=["name LIKE '%" + name + "%'"])
    # ruleid: injection/sql-raw-unsafe-api
    ranked = Product.objects.annotate(rank=RawSQL("similarity(name, '%s')" % name, []))
    return rows, more, ranked


@app.get("/products")
async def products(sort: str, session=Depends(get_session)):
    # ruleid: injection/sql-raw-unsafe-api
    return session.query(Product).order_by(text(sort)).all()


@app.route("/users")
def users():
    # ruleid: injection/sql-raw-unsafe-api
    query = db.session.query(User).filter(text("name = '{}'".format(request.args["name"])))
    # ruleid: injection/sql-raw-unsafe-api
    column = db.session.query(literal_column(request.args.get("column")))
    return query, column


def by_name_bound(request):
    name = request.GET.get("name")
    # ok: injection/sql-raw-unsafe-api
    rows = Product.objects.raw("SELECT * FROM product WHERE name = %s", [name])
    # ok: injection/sql-raw-unsafe-api
    more = Product.objects.extra(where=["name LIKE %s"], params=[name])
    # ok: injection/sql-raw-unsafe-api
    ranked = Product.objects.annotate(rank=RawSQL("similarity(name, %s)", [name]))
    # ok: injection/sql-raw-unsafe-api
    return rows, more, ranked, Product.objects.filter(name=name)


@app.get("/sorted")
async def sorted_products(sort: str, limit: int, session=Depends(get_session)):
    if sort not in ("name", "price"):
        raise HTTPException(400)
    # ok: injection/sql-raw-unsafe-api
    query = session.query(Product).order_by(text(sort))
    # ok: injection/sql-raw-unsafe-api
    return query.filter(text("price < :limit")).params(limit=limit).all()


# ok: injection/sql-raw-unsafe-api
session.execute(text("SELECT 1"))


def widen(engine):
    column = inspect(engine).get_columns("tasks")[0]["name"]
    # ok: injection/sql-raw-unsafe-api
    engine.execute(sqlalchemy.text(f"ALTER TABLE tasks ALTER COLUMN {column} TYPE BIGINT"))
