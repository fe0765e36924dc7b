from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

TARGETS = {"account": "/account", "orders": "/orders"}


@login_required
def done(request):
    target = request.GET.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}):
        target = "/"
    return redirect(target)


@login_required
def go(request):
    return redirect(TARGETS.get(request.GET.get("to"), "/"))
