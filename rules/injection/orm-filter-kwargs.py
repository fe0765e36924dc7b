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


def one_order(request):
    kwargs = {}
    if "order_number" in request.GET:
        kwargs["number"] = request.GET["order_number"]
    # ok: injection/orm-filter-kwargs
    return Order.objects.all().filter(**kwargs).first()


def search(request):
    term = request.query_params.get("search", "")
    # ok: injection/orm-filter-kwargs
    return Book.objects.filter(Q(**{f"{SEARCH_FIELD}__icontains": term}))


class Listing(View):
    url_filter_parameters = ["collection"]

    def filter_object_list(self, objects):
        filters = {}
        for name in self.url_filter_parameters:
            filters[name] = self.request.GET[name]
        # ok: injection/orm-filter-kwargs
        return objects.filter(**filters)


def by_form(request):
    form = BookSearchForm(request.GET)
    # ok: injection/orm-filter-kwargs
    return Book.objects.filter(**form.get_filters())


def by_any(request):
    filters = {}
    for name, value in request.GET.items():
        filters[name] = value
    # ruleid: injection/orm-filter-kwargs
    return Book.objects.filter(**filters)


def by_name(request):
    # ruleid: injection/orm-filter-kwargs
    return Book.objects.filter(**{request.GET["field"]: "x"})
