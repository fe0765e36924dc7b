from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from sqlalchemy import text

from .db import engine
from .models import Product


@login_required
def by_name(request):
    rows = Product.objects.raw("SELECT id, name FROM product WHERE name = %s", [request.GET["name"]])
    return JsonResponse({"names": [row.name for row in rows]})


@login_required
def by_city(request):
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT id FROM shop WHERE city = :city"), {"city": request.GET["city"]})
        return JsonResponse({"ids": [row.id for row in rows]})
