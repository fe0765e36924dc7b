import hmac

from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.views.decorators.csrf import csrf_exempt


# ruleid: tokens/csrf-disabled
@csrf_exempt
@login_required
def delete_account(request):
    request.user.delete()
    return JsonResponse({"ok": True})


# ruleid: tokens/csrf-disabled
@csrf_exempt
def transfer(request):
    amount = request.POST["amount"]
    target = request.POST.get("to")
    Account.objects.get(owner=request.user).send(target, amount)
    return JsonResponse({"ok": True})


# ruleid: tokens/csrf-disabled
@csrf_exempt
def change_email(request):
    if request.method == "POST":
        profile = Profile.objects.get(pk=request.session["profile"])
        profile.email = request.POST["email"]
        profile.save()
    return JsonResponse({"ok": True})


class ProductionConfig:
    # ruleid: tokens/csrf-disabled
    WTF_CSRF_ENABLED = False


# ruleid: tokens/csrf-disabled
app.config["WTF_CSRF_ENABLED"] = False


# ok: tokens/csrf-disabled
@csrf_exempt
def stripe_webhook(request):
    event = stripe.Webhook.construct_event(request.body, request.headers["Stripe-Signature"], SECRET)
    return handle(event, request.user)


# ok: tokens/csrf-disabled
@csrf_exempt
def ingest(request):
    if not hmac.compare_digest(request.headers["X-Signature"], sign(request.body)):
        return JsonResponse({}, status=403)
    return JsonResponse({"user": request.POST["user"]})


# ok: tokens/csrf-disabled
@login_required
def close_account(request):
    request.user.delete()
    return JsonResponse({"ok": True})


class TestingConfig:
    # ok: tokens/csrf-disabled
    WTF_CSRF_ENABLED = False
