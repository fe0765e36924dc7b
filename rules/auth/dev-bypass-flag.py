import os

from django.conf import settings
from rest_framework.permissions import BasePermission


class IsOwner(BasePermission):
    def has_object_permission(self, request, view, obj):
        # ruleid: auth/dev-bypass-flag
        if settings.DEBUG:
            return True
        return obj.owner == request.user


def get_current_user(request):
    # ruleid: auth/dev-bypass-flag
    if os.getenv("DISABLE_AUTH") == "1":
        return User(id=1, role="admin")
    # ruleid: auth/dev-bypass-flag
    if request.headers.get("X-Test-User"):
        return User(id=request.headers["X-Request-Id"])
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    # ruleid: auth/dev-bypass-flag
    if token == "test-token":
        return User(id=1)
    return decode(token)


def verify_code(user, otp_code):
    # ruleid: auth/dev-bypass-flag
    if otp_code == "123456":
        return True
    # ok: auth/dev-bypass-flag
    return otp_code == user.pending_code


def configure(app):
    # ok: auth/dev-bypass-flag
    if settings.DEBUG:
        app.middleware.append("debug_toolbar.middleware.DebugToolbarMiddleware")
    # ok: auth/dev-bypass-flag
    if os.environ.get("SKIP_CACHE"):
        app.cache = None
    # ok: auth/dev-bypass-flag
    if os.environ.get("DISABLE_AUTH"):
        raise RuntimeError("DISABLE_AUTH is gone")
    # ok: auth/dev-bypass-flag
    if os.environ.get("AUTH_BACKEND") == "ldap":
        app.auth = "ldap"
    # ok: auth/dev-bypass-flag
    if app.headers.get("X-Request-Id") == "":
        app.id = None


def can_debug(request):
    # ok: auth/dev-bypass-flag
    if settings.DEBUG:
        return request.META["REMOTE_ADDR"] in settings.INTERNAL_IPS
    return False
