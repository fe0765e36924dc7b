from django.contrib.auth.decorators import login_required
from django.http import JsonResponse

from .models import Product, User

SORTS = {"name": "name", "price": "price"}


@login_required
def search(request):
    rows = User.objects.filter(name=request.GET["name"])[:50]
    return JsonResponse({"ids": [row.pk for row in rows]})


@login_required
def listing(request):
    rows = Product.objects.order_by(SORTS.get(request.GET.get("sort"), "name"))[:50]
    return JsonResponse({"ids": [row.pk for row in rows]})
