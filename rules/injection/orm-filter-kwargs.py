from django.http import JsonResponse
from flask import request as flask_request

from .models import Product, User

ALLOWED = {"name", "city"}


def search(request):
    # ruleid: injection/orm-filter-kwargs
    rows = User.objects.filter(**request.GET.dict())
    return JsonResponse({"ids": [row.pk for row in rows]})


def listing(request):
    # ruleid: injection/orm-filter-kwargs
    rows = Product.objects.all().order_by(request.GET["sort"])
    return JsonResponse({"ids": [row.pk for row in rows]})


def by_body(request):
    filters = {key: value for key, value in request.POST.items()}
    # ruleid: injection/orm-filter-kwargs
    return JsonResponse({"count": User.objects.filter(**filters).count()})


def search_named(request):
    # ok: injection/orm-filter-kwargs
    rows = User.objects.filter(name=request.GET["name"])
    return JsonResponse({"ids": [row.pk for row in rows]})


def search_listed(request):
    filters = {key: value for key, value in request.GET.items() if key in ALLOWED}
    # ok: injection/orm-filter-kwargs
    return JsonResponse({"count": User.objects.filter(**filters).count()})


def fixed(request):
    # ok: injection/orm-filter-kwargs
    return JsonResponse({"ids": list(Product.objects.order_by("name").values_list("pk", flat=True))})


def sorted_listing(request):
    # ok: injection/orm-filter-kwargs
    rows = Product.objects.order_by(SORTS.get(request.GET.get("sort"), "name"))
    return JsonResponse({"ids": [row.pk for row in rows]})
